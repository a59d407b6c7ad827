import { type Actor, doerOf } from '#core/access.ts';
import type { Moment } from '#core/words.ts';

/** `personId`: who really acts; the columns that say who did something name him. `forId`: in whose name. */
export type Hand = {
  readonly jurisdictionId: number;
  readonly personId: number;
  readonly forId: number;
  readonly at: Moment;
};

/** Whose hand does what this actor does. */
export const handOf = (actor: Actor, at: Moment): Hand => ({
  jurisdictionId: actor.jurisdictionId,
  personId: doerOf(actor).personId,
  forId: actor.personId,
  at,
});
