import { describe, expect, test } from 'vitest';
import { caseNoScope, caseNoSeries } from './case-no-series.ts';

const place = { kind: 'suggestion', organId: 1, sessionId: 7, year: 2026 } as const;

describe('the series of case numbers', () => {
  test('counts within the year where the pattern names only that, else within the session', () => {
    expect(caseNoScope('{year}{serial:4}')).toBe('year');
    expect(caseNoScope('{term:2}{session:1}{serial:3}')).toBe('session');
    expect(caseNoScope('{year}{session}-{serial}')).toBe('session');
    expect(caseNoScope('第{serial}号')).toBe('session');
  });

  test('is never shared by two kinds, two organs, two years or two sessions', () => {
    const others = [place, { ...place, kind: 'proposal' as const }, { ...place, organId: 2 }];
    const byYear = [...others, { ...place, year: 2027 }].map((one) => caseNoSeries('{year}{serial:4}', one));
    expect(new Set(byYear).size).toBe(4);
    const bySession = [...others, { ...place, sessionId: 8 }].map((one) => caseNoSeries('{serial}', one));
    expect(new Set(bySession).size).toBe(4);
  });
});
