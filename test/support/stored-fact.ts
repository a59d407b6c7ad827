import { type CodedDimension, valueOf } from '#core/figures/codes.ts';
import type { FigureSource } from '#core/figures/columns.ts';
import type { FactRow } from '#core/figures/expression.ts';
import type pg from 'pg';

type Stored = Readonly<Record<string, unknown>>;

const camel = (name: string): string =>
  name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** A stored row as the core sees it; written here by itself, so that a slip in the SQL has nobody to agree with. */
const storedFact = (row: Stored, asOf: string, units: ReadonlyMap<number, Stored>): FactRow => {
  const instant = (value: unknown): string | null =>
    value === null ? null : new Date(String(value)).toISOString();
  const dates = Object.fromEntries(
    Object.entries(row)
      .filter(([key]) => key.endsWith('_at'))
      .map(([key, value]) => [camel(key.slice(0, -3)), instant(value)]),
  );
  const text = (key: string): string | null =>
    row[key] === null || row[key] === undefined ? null : String(row[key]);
  const coded = (dimension: CodedDimension, key: string): string | null =>
    row[key] === null || row[key] === undefined ? null : valueOf(dimension, Number(row[key]));
  const yes = (value: unknown): string => (value === true ? 'yes' : 'no');
  const led = !('role' in row) && (dates['assigned'] ?? '9') > asOf;
  const unit = led ? null : text('unit_id');
  const found = units.get(Number(unit));
  const rated = (dates['rated'] ?? '9') <= asOf;
  const grade = (key: string): number => Number(row[key] ?? 9);
  return {
    dimensions: {
      organ: text('organ_id'),
      kind: coded('kind', 'kind'),
      level: coded('level', 'level'),
      session: text('session_id'),
      year: text('year'),
      inSession: yes(row['in_session']),
      priority: yes(row['priority']),
      category: text('category'),
      unit,
      leader: led ? null : text('leader'),
      system: found === undefined ? null : String(found['system']),
      boundary: found === undefined ? null : yes(found['boundary']),
      role: coded('role', 'role'),
      class: text('class'),
      round: text('round'),
      disclosure: coded('disclosure', 'disclosure'),
      attitude: rated ? text('attitude') : null,
      outcome: rated ? text('outcome') : null,
    },
    flags: {
      resolved: row['resolved'] === true,
      followUp: row['follow_up'] === true,
      adopted: row['adopted'] === true,
      attitudeSatisfied: grade('attitude_grade') === 1,
      attitudeAccepted: grade('attitude_grade') <= 2,
      outcomeSatisfied: grade('outcome_grade') === 1,
      outcomeAccepted: grade('outcome_grade') <= 2,
    },
    numbers: { points: Number(row['points'] ?? 0), pointsAdopted: Number(row['points_adopted'] ?? 0) },
    dates,
  };
};

const tableOf: Partial<Record<FigureSource, string>> = {
  matter: 'figure_matter',
  duty: 'figure_duty',
  reply: 'figure_reply',
};

/** Whether rows of this kind are facts with a table of their own. */
export const isStoredFact = (source: FigureSource): boolean => source in tableOf;

export type StoredFacts = ReadonlyMap<string, readonly FactRow[]>;

/** All facts that stood at a moment, with what the directory of today says of their units, sessions and proposers. */
export const storedFacts = async (owner: pg.Client, asOf: string): Promise<StoredFacts> => {
  const directory = async (query: string): Promise<ReadonlyMap<number, Stored>> =>
    new Map((await owner.query<Stored>(query)).rows.map((one) => [Number(one['id']), one]));
  const units = await directory('select id, system, boundary from unit');
  const sessions = await directory('select id, term_id from session');
  const people = await directory('select id, group_name from person');
  const found = new Map<string, readonly FactRow[]>();
  for (const [source, table] of Object.entries(tableOf)) {
    const { rows } = await owner.query<Stored>(
      `select * from ${table} where valid_from <= $1::timestamptz and valid_to > $1::timestamptz`,
      [asOf],
    );
    const facts = rows.map((row): FactRow => {
      const fact = storedFact(row, asOf, units);
      const term = sessions.get(Number(row['session_id']))?.['term_id'];
      const group = people.get(Number(row['lead_proposer_id']))?.['group_name'];
      const dimensions = {
        ...fact.dimensions,
        term: term === undefined ? null : String(term),
        district: typeof group === 'string' && group !== '' ? group : null,
        proposerType: valueOf('proposerType', Number(row['proposer_type'])),
      };
      return { ...fact, dimensions };
    });
    found.set(source, facts);
  }
  return found;
};
