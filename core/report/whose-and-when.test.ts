/** Who writes a report and who reads it, and of what time it speaks. */
import { describe, expect, test } from 'vitest';
import { periodText, usualAsOf } from './period.ts';
import { periodsOf, reportKinds } from './report.ts';
import { keeperOf, readsReport, reportStandings } from './standing.ts';

describe('who has a report', () => {
  const supervisor = { grants: [{ role: 'supervisor' as const }] };
  const office = { grants: [{ role: 'congress-office' as const, organId: 1 }] };
  const other = { grants: [{ role: 'cppcc-office' as const, organId: 2 }] };
  const unit = { grants: [{ role: 'unit-office' as const, unitId: 7 }] };
  const elsewhere = { grants: [{ role: 'unit-office' as const, unitId: 8 }] };

  test.each(reportKinds)('%s: its keeper alone while it is written', (kind) => {
    const report = { kind, organId: 1, unitId: 7 };
    const keepers = [supervisor, office, other, unit].filter((one) => reportStandings(one, report).size > 0);
    const expected = { government: [supervisor], congress: [office], cppcc: [], unit: [unit] };
    expect(keepers).toEqual(expected[keeperOf[kind]]);
    for (const one of [supervisor, office, other, unit, elsewhere])
      expect(readsReport(one, report, 'draft')).toBe(keepers.includes(one as never));
  });

  test('settled, a unit reads none but its own: no ranking, no bulletin, no other unit’s', () => {
    for (const kind of reportKinds) {
      const report = { kind, organId: kind === 'unit' ? null : 1, unitId: kind === 'unit' ? 7 : null };
      expect(readsReport(elsewhere, report, 'settled')).toBe(false);
      expect(readsReport(unit, report, 'settled')).toBe(kind === 'unit');
      expect(readsReport(supervisor, report, 'settled')).toBe(true);
    }
  });
});

describe('periods', () => {
  test('have names and a usual day that is not after today', () => {
    expect(periodText({ kind: 'quarter', year: 2026, n: 3 }, '').zh).toBe('2026年第三季度');
    expect(usualAsOf({ kind: 'month', year: 2024, n: 2 }, '2026-11-20')).toBe('2024-02-29');
    expect(usualAsOf({ kind: 'quarter', year: 2026, n: 4 }, '2026-11-20')).toBe('2026-11-20');
    expect(usualAsOf({ kind: 'year', year: 2025 }, '2026-11-20')).toBe('2025-12-31');
    for (const kind of reportKinds) expect(periodsOf[kind].length).toBeGreaterThan(0);
  });
});
