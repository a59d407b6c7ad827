import { evolveMatter } from '../matter/evolve.ts';
import { stageOf } from '../matter/stage.ts';
import { caseIsRated } from './case-file.ts';
import type { Happened } from './outcome.ts';

/** Moves the matter to the stage that follows from its duties, and says so as an event. */
export const settle = (outcome: Happened): Happened => {
  const { file } = outcome;
  const to = stageOf({ stage: file.matter.stage, duties: file.duties, rated: caseIsRated(file) });
  if (to === file.matter.stage) return outcome;
  const event = { type: 'stageMoved', from: file.matter.stage, to } as const;
  return {
    ok: true,
    file: { ...file, matter: evolveMatter(file.matter, event) },
    events: [...outcome.events, { on: 'matter', event }],
  };
};
