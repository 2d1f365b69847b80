// Keeps the page and its entry as they were when it was installed. Its own text is the same in
// every deploy, so the browser never takes another: the mistake that makes such pages go stale.
const kept = ['/buzonimss/login', '/buzonimss/entrada.js'];

self.addEventListener('install', (event) => {
  void self.skipWaiting();
  event.waitUntil(caches.open('buzon').then((cache) => cache.addAll(kept)));
});

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  if (!kept.includes(new URL(event.request.url).pathname)) return;
  event.respondWith(caches.match(event.request).then((found) => found ?? fetch(event.request)));
});
