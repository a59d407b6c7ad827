import { describe, expect, test } from 'vitest';
import { bodyOf, countChanges, noDraft, withField } from './columns-draft.ts';

const column = (at: number, field: string) => ({
  column: at,
  letters: 'ABC'[at] ?? '',
  header: '',
  field,
  confidence: 0.9,
  alternatives: [],
  samples: [],
});

const table = {
  sheets: [],
  sheet: 1,
  headerRows: { first: 2, last: 3 },
  titleLines: [],
  columns: [column(0, 'caseNo'), column(2, 'ignored')],
  fields: [],
  sections: 'ignored' as const,
  defaults: { kind: 'suggestion' as const, year: 2024 },
  confidence: 0.9,
  remembered: false,
  leftOut: [],
  issues: [],
};

describe('what goes to the server', () => {
  test('a changed column goes with the whole mapping, so that nothing corrected earlier is lost', () => {
    expect(bodyOf(table, withField(noDraft, 2, 'note', 'ignored'))).toEqual({
      mapping: {
        sheet: 1,
        headerRows: { first: 2, last: 3 },
        columns: [
          { column: 0, field: 'caseNo' },
          { column: 2, field: 'note' },
        ],
        sections: 'ignored',
        defaults: { kind: 'suggestion', year: 2024 },
      },
    });
  });

  test('options alone leave the mapping alone', () => {
    expect(bodyOf(table, { ...noDraft, options: { severalLeads: 'separate' } })).toEqual({
      options: { severalLeads: 'separate' },
    });
  });

  test('what the person says of the table goes over what was read', () => {
    const body = bodyOf(table, { ...noDraft, defaults: { year: 2025 }, sections: 'category' });
    expect(body.mapping).toMatchObject({
      sections: 'category',
      defaults: { kind: 'suggestion', year: 2025 },
    });
  });
});

test('a meaning set back to what stands is no change', () => {
  const changed = withField(noDraft, 2, 'note', 'ignored');
  expect(countChanges(changed)).toBe(1);
  expect(countChanges(withField(changed, 2, 'ignored', 'ignored'))).toBe(0);
});

test('every kind of change counts', () => {
  expect(
    countChanges({
      columns: { 1: 'note' },
      sections: 'category',
      defaults: { year: 2025 },
      options: { assign: true },
    }),
  ).toBe(4);
});
