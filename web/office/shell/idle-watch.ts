/**
 * Refreshing in the background keeps a session alive, so the page itself watches whether anybody is there
 * (GB/T 22239-2019 8.1.4.1 b: time-out of an idle session). All tabs share one mark.
 */

const stored = 'luoshi.active-at';
const inputs = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;
const writeEvery = 10_000;

const readMark = (): number => {
  try {
    return Number(localStorage.getItem(stored) ?? 0);
  } catch {
    return 0;
  }
};

/** Calls `onIdle` once when nobody has touched any tab for `minutes`. Returns the function that stops the watch. */
export const watchIdle = (minutes: number, onIdle: () => void): (() => void) => {
  let mine = Date.now();
  let written = 0;
  const mark = (): void => {
    mine = Date.now();
    if (mine - written < writeEvery) return;
    written = mine;
    try {
      localStorage.setItem(stored, String(mine));
    } catch {
      // Without storage each tab watches for itself.
    }
  };
  mark();
  for (const input of inputs) window.addEventListener(input, mark, { passive: true, capture: true });
  const stop = (): void => {
    window.clearInterval(timer);
    for (const input of inputs) window.removeEventListener(input, mark, { capture: true });
  };
  const timer = window.setInterval(() => {
    if (Date.now() - Math.max(mine, readMark()) < minutes * 60_000) return;
    stop();
    onIdle();
  }, 15_000);
  return stop;
};
