/** Lets so many at once pass; more wait in turn, so that their memory does not add up. */
export const atMost = (places: number): (<T>(work: () => Promise<T>) => Promise<T>) => {
  let taken = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (taken >= places) await new Promise<void>((resolve) => waiting.push(resolve));
    else taken += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) taken -= 1;
      else next();
    }
  };
};
