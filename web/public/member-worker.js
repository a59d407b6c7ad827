/**
 * Lets the proposers' pages open without a connection. Kept are the page itself and its hashed files, as the page
 * names them once it has loaded; nothing that the server says about people or matters.
 */
const cacheName = 'luoshi-member-1';
const shell = '/m';

/** The page and its files go together: a page of another build than its files is not kept. */
const keep = async (assets) => {
  const page = await fetch(shell, { credentials: 'same-origin' });
  const html = await page.clone().text();
  const named = [...html.matchAll(/\/assets\/[\w.-]+/g)].map(([name]) => name);
  if (!page.ok || !named.some((name) => assets.includes(name))) return;
  const cache = await caches.open(cacheName);
  const wanted = new Set([...named, ...assets]);
  for (const asset of wanted) if ((await cache.match(asset)) === undefined) await cache.add(asset);
  await cache.put(shell, page);
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url);
    if (pathname !== shell && !wanted.has(pathname)) await cache.delete(request);
  }
};

const open = async (request) => {
  try {
    return await fetch(request);
  } catch (fault) {
    const kept = await caches.match(shell);
    if (kept === undefined) throw fault;
    return kept;
  }
};

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('activate', (event) => {
  const clean = async () => {
    for (const name of await caches.keys())
      if (name.startsWith('luoshi-member-') && name !== cacheName) await caches.delete(name);
    await self.clients.claim();
  };
  event.waitUntil(clean());
});

self.addEventListener('message', (event) => {
  if (event.data?.kind === 'keep') event.waitUntil(keep(event.data.assets).catch(() => undefined));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate' && (pathname === shell || pathname.startsWith(`${shell}/`)))
    event.respondWith(open(request));
  else if (pathname.startsWith('/assets/'))
    event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
});
