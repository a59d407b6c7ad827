import { type RefObject, useEffect, useRef } from 'react';

/** What was drawn last, for answers that come after the page has gone on. */
export const useLatest = <T>(value: T): RefObject<T> => {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
};
