/** What the person who imports has decided so far: kept with the run, so that an import can be left and taken up. */
import type { BodyOf } from '#contract/endpoint.ts';
import type { chooseForImport } from '#contract/import.ts';
import { personKey } from '#core/catalogue/parse-people.ts';
import { compact } from '#core/catalogue/plain-text.ts';
import type { LocalDate } from '#core/words.ts';

export type CatalogueOptions = {
  readonly sessionId: number | null;
  readonly sessionUse: 'whereSilent' | 'always';
  readonly assign: boolean;
  readonly responsibleLeader: string;
  readonly filedOn: LocalDate | null;
  readonly severalLeads: 'refuse' | 'separate';
  /** Take in how matters of an earlier year were handled and how they ended. Runs begun before have no such choice. */
  readonly history?: boolean;
};

/** A correction of what was recognised; columns that it does not name stay as they were. */
export type MappingPatch = NonNullable<BodyOf<typeof chooseForImport>['mapping']>;

export type Choices = {
  readonly options: CatalogueOptions;
  /** `asRecognised`: a remembered mapping is not wanted; null: nothing corrected. */
  readonly mapping: MappingPatch | 'asRecognised' | null;
  readonly units: readonly { readonly name: string; readonly unitId: number }[];
  readonly people: readonly {
    readonly name: string;
    readonly group: string | null;
    readonly person: number | 'create';
  }[];
};

export const firstChoices: Choices = {
  options: {
    sessionId: null,
    sessionUse: 'whereSilent',
    assign: false,
    responsibleLeader: '',
    filedOn: null,
    severalLeads: 'refuse',
    history: false,
  },
  mapping: null,
  units: [],
  people: [],
};

/** The name and group by which a decision on a person is found again. */
export const personPair = (name: string, group: string | null): string =>
  `${personKey(name)}@${group === null ? '' : compact(group)}`;

const replaceByKey = <Row>(
  kept: readonly Row[],
  given: readonly Row[],
  keyOf: (row: Row) => string,
): readonly Row[] => {
  const rows = new Map(kept.map((row) => [keyOf(row), row]));
  for (const row of given) rows.set(keyOf(row), row);
  return [...rows.values()];
};

type Given = BodyOf<typeof chooseForImport>;

/** Options in an optional field may be absent, never undefined. */
export const withOptions = (
  options: CatalogueOptions,
  given: NonNullable<Given['options']>,
): CatalogueOptions => ({
  ...options,
  ...(Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  ) as Partial<CatalogueOptions>),
});

/** The choices after a further decision; what it does not mention stays. */
export const decide = (choices: Choices, given: Given): Choices => {
  const units = replaceByKey<{ name: string; unitId: number | null }>(
    choices.units,
    given.units ?? [],
    ({ name }) => compact(name),
  );
  const people = replaceByKey<{ name: string; group: string | null; person: number | string }>(
    choices.people,
    given.people ?? [],
    ({ name, group }) => personPair(name, group),
  );
  return {
    options: given.options === undefined ? choices.options : withOptions(choices.options, given.options),
    mapping: given.mapping === undefined ? choices.mapping : (given.mapping ?? 'asRecognised'),
    units: units.flatMap(({ name, unitId }) => (unitId === null ? [] : [{ name, unitId }])),
    people: people.flatMap(({ name, group, person }) =>
      person === 'create' || typeof person === 'number' ? [{ name, group, person }] : [],
    ),
  };
};
