import { acting } from '#web/shared/acting.ts';
import { paths } from '../paths.ts';

/** Takes the place of someone who is away, or (null) returns to oneself: everything is loaded afresh. */
export const actFor = (personId: number | null): void => {
  acting.set(personId);
  window.location.assign(paths.workbench());
};
