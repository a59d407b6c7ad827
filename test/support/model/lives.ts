/** Random histories of matters, with what their journals would hold. */
import fc from 'fast-check';
import { evolveAssignment } from '#core/assignment/evolve.ts';
import { act } from '#core/case/act.ts';
import type { CaseEvent } from '#core/case/case-event.ts';
import type { CaseFile } from '#core/case/case-file.ts';
import type { CaseFacts } from '#core/figures/fact.ts';
import { factsOf } from '#core/figures/facts.ts';
import type { FactEntry, KeptDates } from '#core/figures/history.ts';
import { ruleset, scene } from '../builders.ts';
import { stored } from '../story.ts';
import { beginning } from './compare.ts';
import { judge, type Told } from './judge.ts';
import { type Choice, forwardMove, guidedMove } from './moves.ts';

/** A case after one command, and in whose name it was assigned last; null: it never was. */
type Past = { readonly at: string; readonly file: CaseFile; readonly leader: string | null };
type Life = {
  readonly pasts: readonly Past[];
  readonly entries: readonly FactEntry[];
  /** The file as it is kept, where the last of `pasts` is only worked out. */
  readonly whole?: CaseFile;
};

const kinds = {
  assignment: 'duties',
  reply: 'replies',
  contact: 'contacts',
  opinion: 'opinions',
  rating: 'ratings',
} as const;

/** Events name new rows by negative ids; the journal has the ids under which they were stored. */
const journalled = (events: readonly CaseEvent[], made: CaseFile, kept: CaseFile): readonly CaseEvent[] =>
  events.map((item) => {
    if (item.on === 'matter' || item.id > 0) return item;
    const place = made[kinds[item.on]].findIndex(({ id }) => id === item.id);
    return { ...item, id: kept[kinds[item.on]][place]?.id ?? item.id } as CaseEvent;
  });

const someLeader = '市领导甲';
export const otherLeader = '市领导乙';

const mix = (seed: number, salt: number): number =>
  Math.imul(seed ^ Math.imul(salt, 0x9e37_79b9), 0x85eb_ca6b) >>> 1;

/** An extension of what a unit has in hand, decided at once and whenever: the model of the moves knows none. */
const extension = (file: CaseFile, date: string, luck: number): readonly CaseEvent[] => {
  const duty = file.duties.find(({ state, role }) => state === 'signed' && role !== 'assist');
  if (duty === undefined) return [];
  const until = new Date(Date.parse(date) + 40 * 86_400_000).toISOString().slice(0, 10);
  const n = duty.extensions.length + 1;
  const asked = {
    n,
    round: duty.round,
    duty: 'reply',
    state: 'asked',
    askedOn: date,
    dueOn: date,
    until,
  } as const;
  const words = { reason: '', fileIds: [], decidedOn: null, note: '' };
  const granted = { type: 'extensionGranted', n, on: date, until, note: '', tellProposer: false } as const;
  const refused = { type: 'extensionRefused', n, on: date, note: '' } as const;
  return [
    { on: 'assignment', id: duty.id, event: { type: 'extensionAsked', extension: { ...asked, ...words } } },
    { on: 'assignment', id: duty.id, event: luck % 5 < 2 ? refused : granted },
  ];
};

/** What is recorded after a reply: where it was published, and whether what it promised is done. */
const afterwards = (file: CaseFile, date: string, luck: number): readonly CaseEvent[] => {
  const reply = file.replies.find(
    ({ state, round, assignmentId }) =>
      state === 'issued' && file.duties.some(({ id, round: now }) => id === assignmentId && round === now),
  );
  if (reply === undefined) return [];
  const { assignmentId: id, round } = reply;
  const said = { round, recordedOn: date, on: date } as const;
  const place = luck % 3 === 0 ? null : '门户网站';
  return luck % 2 === 0
    ? [
        {
          on: 'assignment',
          id,
          event: { type: 'disclosureRecorded', record: { ...said, duty: 'disclose', place, reason: '' } },
        },
      ]
    : [
        {
          on: 'assignment',
          id,
          event: {
            type: 'followUpRecorded',
            record: { ...said, duty: 'followUp', text: '', settled: luck % 5 > 0 },
          },
        },
      ];
};

const extended = (file: CaseFile, events: readonly CaseEvent[]): CaseFile => ({
  ...file,
  duties: file.duties.map((duty) =>
    events.reduce(
      (now, item) =>
        item.on === 'assignment' && item.id === duty.id ? evolveAssignment(now, item.event) : now,
      duty,
    ),
  ),
});

/** Each assignment in the name of one of two leaders. */
const inSomeonesName = (told: Told, luck: number): Told => {
  const { command } = told;
  if (command.on !== 'plan') return told;
  const responsibleLeader = luck % 3 === 0 ? otherLeader : someLeader;
  return { ...told, command: { ...command, command: { ...command.command, responsibleLeader } } };
};

/** Plays one matter from its filing on; `seeds`: one for each command that is tried. */
export const live = (start: ReturnType<typeof beginning>, seeds: readonly number[]): Life => {
  let { file, model } = start;
  const { id: _, version: __, ...filed } = file.matter;
  const first = '2026-02-10T01:00:00.000Z';
  const entries: FactEntry[] = [
    {
      at: first,
      on: '2026-02-10',
      events: [{ on: 'matter', event: { type: 'matterFiled', matter: filed } }],
    },
  ];
  const pasts: Past[] = [{ at: first, file, leader: null }];
  let day = 0;
  let leader: string | null = null;
  for (const [index, seed] of seeds.entries()) {
    // Now and then nothing happens for so long that what was due is late.
    day += mix(seed, 8) % 20 === 0 ? 70 : mix(seed, 7) % 4;
    const date = new Date(Date.UTC(2026, 2, 2) + day * 86_400_000).toISOString().slice(0, 10);
    const choice: Choice = {
      kind: mix(seed, 1),
      who: mix(seed, 2),
      target: mix(seed, 3),
      variant: mix(seed, 4) % 1_000,
      chance: mix(seed, 5),
    };
    const chosen =
      mix(seed, 6) % 4 === 0 ? guidedMove(model, choice, date) : forwardMove(model, choice, date);
    if (chosen === null) continue;
    const told = inSomeonesName(chosen, mix(seed, 10));
    const expected = judge(model, told);
    const instant = `${date}T02:00:00.${String(index * 2).padStart(3, '0')}Z`;
    const outcome = act(file, told.command, { ...scene(told.actor, date), at: { instant, date } });
    if (!outcome.ok || expected === null) continue;
    const kept = stored(outcome.file);
    entries.push({ at: instant, on: date, events: journalled(outcome.events, outcome.file, kept) });
    if (told.command.on === 'plan') leader = told.command.command.responsibleLeader;
    pasts.push({ at: instant, file: kept, leader });
    [file, model] = [kept, expected];
    const put =
      mix(seed, 9) % 12 === 0
        ? extension(file, date, mix(seed, 11))
        : mix(seed, 12) % 7 === 0
          ? afterwards(file, date, mix(seed, 13))
          : [];
    if (put.length === 0) continue;
    file = extended(file, put);
    const after = `${date}T02:00:00.${String(index * 2 + 1).padStart(3, '0')}Z`;
    entries.push({ at: after, on: date, events: put });
    pasts.push({ at: after, file, leader });
  }
  return { pasts, entries };
};

/** The model of the moves leaves the dates of answers to other tests; here they count. */
export const dating = (file: CaseFile): CaseFile => ({
  ...file,
  ruleset: { ...file.ruleset, deadlines: ruleset.deadlines },
});

const none: KeptDates = { matter: undefined, duties: new Map() };

/** The facts of a life; `kept`: the dates that facts of it carried before. */
export const factsOfLife = ({ pasts, entries, whole }: Life, kept = none): CaseFacts => {
  const file = whole ?? pasts.at(-1)?.file;
  const facts =
    file === undefined
      ? null
      : factsOf({
          file: dating(file),
          entries,
          year: 2026,
          leader: '',
          passed: [],
          wordsAt: () => ruleset,
          endOf: (day) => `${day}T15:59:59.999Z`,
          kept,
        });
  if (facts === null) throw new Error('A life begins with a filing');
  return facts;
};

export const lifeArb = fc.record({
  levels: fc.constantFrom(['unit-leader'] as const, ['section-head', 'unit-leader'] as const),
  contacts: fc.constantFrom([], [{ stage: 'before', faceToFace: false } as const]),
  opinionsRequired: fc.boolean(),
  everyoneRates: fc.boolean(),
  window: fc.constantFrom(10, null),
  seeds: fc.array(fc.nat(), { minLength: 90, maxLength: 90 }),
});
