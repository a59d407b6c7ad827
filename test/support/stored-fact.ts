import { type CodedDimension, valueOf } from '#core/figures/codes.ts';
import type { FactRow } from '#core/figures/expression.ts';

export type Stored = Readonly<Record<string, unknown>>;

const camel = (name: string): string =>
  name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** A stored row as the core sees it; written here by itself, so that a slip in the SQL has nobody to agree with. */
export const storedFact = (row: Stored, asOf: string, units: ReadonlyMap<number, Stored>): FactRow => {
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
