/** Extensions and stopped clocks 延期、暂停计时: told of four matters in hand, so that each state of them can be seen. */
import type { LocalDate } from '#core/words.ts';
import { addDays, addWorkdays, dayOf } from '../days.ts';
import type { DemoMatter, StoryStep } from '../demo.ts';
import {
  extensionRefusals,
  extensionGrants,
  extensionReasons,
  pauseReasons,
} from '../phrases/office-phrases.ts';

type Fate = 'granted' | 'refused' | 'waiting' | 'paused';

const fates: readonly Fate[] = ['waiting', 'granted', 'paused', 'refused'];

type Assigned = Extract<StoryStep, { act: 'assign' }>;
type Given = Extract<StoryStep, { act: 'subAssign' }>;

/** The reply of a matter between sessions is due three months after its assignment; two months more are asked for. */
const asking = (assigned: Assigned, given: Given, on: LocalDate, reason: string): StoryStep => ({
  at: `${on}T15:20`,
  actor: given.handler ?? given.actor,
  act: 'askExtension',
  unit: given.unit,
  until: addDays(dayOf(assigned.at), 91 + 56),
  reason,
});

const tell = (matter: DemoMatter, fate: Fate, today: LocalDate): readonly StoryStep[] => {
  const assigned = matter.steps.find((step) => step.act === 'assign');
  const mains = assigned?.assignments.filter(({ role }) => role !== 'assist').map(({ unit }) => unit) ?? [];
  const given = matter.steps.findLast((step) => step.act === 'subAssign' && mains.includes(step.unit));
  if (assigned === undefined || given?.act !== 'subAssign') return [];
  const { unit } = given;
  // Of the organ's office, which decides for every unit, boundary units among them.
  const actor = `${matter.organ}-office-1`;
  const on = addWorkdays(today, -3);
  const asked = asking(assigned, given, on, extensionReasons[0]);
  const decided = `${addWorkdays(today, -1)}T10:05`;
  switch (fate) {
    case 'waiting':
      return [asked];
    case 'granted':
      return [
        asked,
        {
          at: decided,
          actor,
          act: 'decideExtension',
          unit,
          // Three weeks less than what was asked for.
          until: addDays(dayOf(assigned.at), 91 + 35),
          note: extensionGrants[0],
        },
      ];
    case 'refused':
      return [
        { ...asked, reason: extensionReasons[1] } as StoryStep,
        { at: decided, actor, act: 'decideExtension', unit, until: null, note: extensionRefusals[0] },
      ];
    case 'paused':
      return [{ at: `${on}T09:30`, actor, act: 'pauseClock', unit, reason: pauseReasons[0] }];
    default: {
      const forgotten: never = fate;
      return forgotten;
    }
  }
};

/** The same matters, the first ones in hand between the sessions of the last year with an extension or a pause each. */
export const withExtensions = (
  matters: readonly DemoMatter[],
  year: number,
  today: LocalDate,
): readonly DemoMatter[] => {
  const chosen = matters.filter(
    (matter) => matter.year === year && matter.stage === 'handling' && matter.timeMark === 'offSession',
  );
  return matters.map((matter) => {
    const fate = fates[chosen.indexOf(matter)];
    if (fate === undefined) return matter;
    const steps = [...matter.steps, ...tell(matter, fate, today)];
    return { ...matter, steps: steps.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)) };
  });
};
