/**
 * Counts the messages this page hears and that were not for it, shows the count and tells the
 * server. `expected` says which origins are left out.
 */
export function countMessages(expected) {
  let count = 0;
  window.addEventListener('message', (event) => {
    if (expected.includes(event.origin)) return;
    count += 1;
    document.getElementById('mensajes').textContent = String(count);
    void fetch('/replica/mensajes', {
      method: 'POST',
      body: JSON.stringify({ path: location.pathname, count }),
      keepalive: true,
    });
  });
}
