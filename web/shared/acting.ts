/** For whom this tab acts as a stand-in. Of the tab alone: another tab of the same browser is one's own. */

const stored = 'luoshi.acting-for';

const read = (): number | null => {
  // Tests of pure code run without a browser.
  if (typeof sessionStorage === 'undefined') return null;
  const id = Number(sessionStorage.getItem(stored));
  return Number.isSafeInteger(id) && id > 0 ? id : null;
};

let now = read();

export const acting = {
  /** Id of the person who is away; null: one is oneself. */
  for: (): number | null => now,
  /** Nothing that the page knows of one person may stay for the other: load a page afresh after this. */
  set: (personId: number | null): void => {
    now = personId;
    if (personId === null) sessionStorage.removeItem(stored);
    else sessionStorage.setItem(stored, String(personId));
  },
};
