/** Facts that are brought into line after every command are those that a rebuilding computes at the end. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginning } from '#test/support/model/compare.ts';
import { factsOfLife, lifeArb, live } from '#test/support/model/lives.ts';
import type { CaseFacts, Version } from './fact.ts';
import type { KeptDates, KeptDue } from './history.ts';

const dues = (rows: readonly (Version & { readonly due: string | null })[]): readonly KeptDue[] =>
  rows.map(({ to, due }) => ({ until: to, due }));

const keptOf = ({ matter, duties }: CaseFacts): KeptDates => ({
  matter: dues(matter),
  duties: new Map(
    [...Map.groupBy(duties, ({ dutyId }) => dutyId)].map(([id, rows]) => [
      id,
      { dues: dues(rows), signDue: rows[0]?.signDue ?? null },
    ]),
  ),
});

test('facts that grew act by act are those of a rebuilding, with and without the dates that were kept', () => {
  let [putOffLate, closedVersions] = [0, 0];
  fc.assert(
    fc.property(lifeArb, ({ seeds, ...rules }) => {
      const { pasts, entries } = live(beginning(rules), seeds);
      let grown: CaseFacts | null = null;
      for (const n of pasts.keys())
        grown = factsOfLife(
          { pasts: pasts.slice(0, n + 1), entries: entries.slice(0, n + 1) },
          grown === null ? undefined : keptOf(grown),
        );
      const life = { pasts, entries };
      expect(factsOfLife(life, grown === null ? undefined : keptOf(grown))).toEqual(grown);
      expect(factsOfLife(life)).toEqual(grown);
      for (const { due, to } of grown?.duties ?? [])
        if (to !== null && due !== null && due < to) putOffLate += 1;
      closedVersions += (grown?.matter.length ?? 1) - 1;
    }),
    { numRuns: 60 },
  );
  expect(putOffLate).toBeGreaterThan(0);
  expect(closedVersions).toBeGreaterThan(0);
}, 120_000);
