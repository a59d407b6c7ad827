/** Whoever writes can open these pages without a connection: the browser keeps the pages' own files, never an answer. */
const worker = '/member-worker.js';

const tell = async (): Promise<void> => {
  const registered = await navigator.serviceWorker.ready;
  const assets = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === window.location.origin && pathname.startsWith('/assets/'))
    .map(({ pathname }) => pathname);
  registered.active?.postMessage({ kind: 'keep', assets: [...new Set(assets)] });
};

export const keepForOffline = (): void => {
  // Not in private windows of some browsers, nor without a secure connection; drafts then need the page to stay open.
  if (!('serviceWorker' in navigator)) return;
  navigator.serviceWorker
    .register(worker, { scope: '/m' })
    .then(tell)
    .catch(() => undefined);
};
