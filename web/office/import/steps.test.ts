import { describe, expect, test } from 'vitest';
import { stepOf, stepsOf } from './steps.ts';

const column = (field: string, confidence: number) => ({
  column: 0,
  letters: 'A',
  header: '案号',
  field,
  confidence,
  alternatives: [],
  samples: [],
});
const open = { name: '城管办', group: null, match: 'unknown' as const, rows: 2, proposals: [] };
const run = {
  state: 'dryRun' as const,
  kind: 'catalogue' as const,
  failure: null,
  openUnits: [],
  openPeople: [],
  table: { columns: [column('caseNo', 0.9)] },
};

describe('the steps of an import', () => {
  test('a catalogue has names to match; units and people have none', () => {
    expect(stepsOf(run)).toEqual(['columns', 'names', 'rows']);
    expect(stepsOf({ ...run, kind: 'units' })).toEqual(['columns', 'rows']);
  });

  test('without a table only the recognition can be corrected', () => {
    expect(stepsOf({ ...run, table: null })).toEqual(['columns']);
    expect(stepsOf({ ...run, table: { columns: [] } })).toEqual(['columns']);
  });

  test('a running import can only be watched; a finished one read', () => {
    expect(stepsOf({ ...run, state: 'running' })).toEqual(['result']);
    expect(stepsOf({ ...run, state: 'done' })).toEqual(['result', 'rows']);
  });

  test('a failed import can be checked anew', () => {
    expect(stepsOf({ ...run, state: 'failed' })).toContain('rows');
  });
});

describe('where an import stands', () => {
  test.each([
    ['a doubtful column', { table: { columns: [column('title', 0.4)] } }, 'columns'],
    ['a column that is left out is not doubtful', { table: { columns: [column('ignored', 0)] } }, 'rows'],
    ['a file that was not read', { table: null, failure: { code: 'x', message: 'x' } }, 'columns'],
    ['a unit not matched', { openUnits: [open] }, 'names'],
    ['a person not matched', { openPeople: [open] }, 'names'],
    ['nothing open', {}, 'rows'],
    ['running', { state: 'running' as const }, 'result'],
    ['done', { state: 'done' as const, openUnits: [open] }, 'result'],
  ])('%s', (_, more, step) => {
    expect(stepOf({ ...run, ...more }, undefined)).toBe(step);
  });

  test('the address decides where the step is offered, and only there', () => {
    expect(stepOf(run, 'columns')).toBe('columns');
    expect(stepOf({ ...run, state: 'running' }, 'columns')).toBe('result');
    expect(stepOf({ ...run, kind: 'people' }, 'names')).toBe('rows');
    expect(stepOf(run, 'nonsense')).toBe('rows');
  });
});
