/** Decisions on printed names, while they are being made: a draft by name, then what goes to the server. */
import type { BodyGiven } from '#contract/endpoint.ts';
import type { chooseForImport } from '#contract/import.ts';
import type { ImportRun, OpenName } from './import-types.ts';

type Body = BodyGiven<typeof chooseForImport>;

/** A unit or person by id and name, a new proposer, or nothing yet. */
export type Choice = { readonly id: number; readonly label: string } | 'create';
export type NameDraft = Readonly<Record<string, Choice>>;

export type Side = 'unit' | 'person';

/** Two people of one name are told apart by delegation or sector. */
export const keyOf = (side: Side, { name, group }: Pick<OpenName, 'name' | 'group'>): string =>
  `${side}|${name}|${group ?? ''}`;

export const withChoice = (draft: NameDraft, key: string, choice: Choice | null): NameDraft => {
  const { [key]: _, ...rest } = draft;
  return choice === null ? rest : { ...rest, [key]: choice };
};

/** From this likeness on a proposal may be taken without looking at each one. Product default. */
const veryLike = 0.85;

export const isVeryLike = (score: number): boolean => score >= veryLike;

/** The first proposal where it is very like and alone in being so; a name held twice is never taken for granted. */
export const bestOf = ({ match, proposals }: OpenName): Choice | null => {
  const [first, second] = proposals;
  if (match === 'ambiguous' || first === undefined || !isVeryLike(first.score)) return null;
  return second !== undefined && second.score >= first.score ? null : { id: first.id, label: first.name };
};

type Open = Pick<ImportRun, 'openUnits' | 'openPeople'>;

/** Everything that is very like and not decided yet. */
export const takeBest = ({ openUnits, openPeople }: Open, draft: NameDraft): NameDraft => {
  const found: Record<string, Choice> = {};
  for (const [side, names] of [['unit', openUnits] as const, ['person', openPeople] as const])
    for (const name of names) {
      const best = bestOf(name);
      const key = keyOf(side, name);
      if (best !== null && draft[key] === undefined) found[key] = best;
    }
  return { ...draft, ...found };
};

/** People whom nobody in the directory resembles become proposers; who resembles somebody is looked at. */
export const createOthers = ({ openPeople }: Open, draft: NameDraft): NameDraft => ({
  ...draft,
  ...Object.fromEntries(
    openPeople
      .filter((name) => name.proposals.length === 0 && draft[keyOf('person', name)] === undefined)
      .map((name) => [keyOf('person', name), 'create' as const]),
  ),
});

export const countNew = (before: NameDraft, after: NameDraft): number =>
  Object.keys(after).length - Object.keys(before).length;

/** The decisions to send; what is not decided is not mentioned. */
export const bodyOf = ({ openUnits, openPeople }: Open, draft: NameDraft): Body => ({
  units: openUnits.flatMap((open) => {
    const choice = draft[keyOf('unit', open)];
    return choice === undefined || choice === 'create' ? [] : [{ name: open.name, unitId: choice.id }];
  }),
  people: openPeople.flatMap((open) => {
    const choice = draft[keyOf('person', open)];
    if (choice === undefined) return [];
    return [
      { name: open.name, group: open.group, person: choice === 'create' ? ('create' as const) : choice.id },
    ];
  }),
});
