/**
 * As careless as the real portals': no look at the origin, every message is taken for JSON. What is
 * none ends the signing: the frame goes away, and nobody is told.
 */
export function listenCarelessly(frameId, take) {
  window.addEventListener('message', (event) => {
    let answer;
    try {
      answer = JSON.parse(event.data);
    } catch (error) {
      document.getElementById(frameId)?.remove();
      throw error;
    }
    void take(answer);
  });
}
