import type { Matter } from './matter-types.ts';
import { answeringDuties } from './read-matter.ts';

type PutOff =
  | {
      readonly kind: 'extended';
      readonly unit: string;
      readonly until: string;
      readonly on: string;
      readonly due: string;
    }
  | { readonly kind: 'stopped'; readonly unit: string; readonly from: string };

/** What moved the date of a reply that is still awaited: the last extension of this round, and a clock that stands still. */
export const putOffs = (matter: Matter): readonly PutOff[] =>
  matter.stage === 'closed' || matter.stage === 'withdrawn'
    ? []
    : answeringDuties(matter)
        .filter(({ state }) => state !== 'answered')
        .flatMap(({ unit: { name: unit }, round, extensions, pauses }): readonly PutOff[] => {
          const granted = extensions.findLast((one) => one.state === 'granted' && one.round === round);
          const pause = pauses.find(({ to }) => to === null);
          return [
            ...(granted === undefined || granted.decidedOn === null
              ? []
              : [
                  {
                    kind: 'extended' as const,
                    unit,
                    until: granted.until,
                    on: granted.decidedOn,
                    due: granted.dueOn,
                  },
                ]),
            ...(pause === undefined ? [] : [{ kind: 'stopped' as const, unit, from: pause.from }]),
          ];
        });
