import { describe, expect, it } from 'vitest';
import { readReport } from './vitest-run.ts';

const report = (numbers: object, files: object[] = []) => ({
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: files,
  ...numbers,
});

describe('readReport', () => {
  it('counts a good run', () => {
    expect(readReport(report({ numPassedTests: 5 }), 0, 'fine')).toEqual({
      passed: 5,
      failed: 0,
      report: '',
    });
  });

  it('counts failed tests and shows what vitest printed', () => {
    const file = { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] };
    const outcome = readReport(report({ numPassedTests: 4, numFailedTests: 1 }, [file]), 1, 'AssertionError');
    expect(outcome).toEqual({ passed: 4, failed: 1, report: 'AssertionError' });
  });

  it('counts a file that could not be loaded', () => {
    const file = { status: 'failed', assertionResults: [] };
    expect(readReport(report({ numPassedTests: 4 }, [file]), 1, '')).toMatchObject({ passed: 4, failed: 1 });
  });

  it('counts skipped and to-do tests as failed', () => {
    expect(
      readReport(report({ numPassedTests: 4, numPendingTests: 2, numTodoTests: 1 }), 0, ''),
    ).toMatchObject({
      passed: 4,
      failed: 3,
      report: expect.stringContaining('3 skipped'),
    });
  });

  it.each([
    ['an error outside of the tests', report({ numPassedTests: 4 }), 1],
    ['a run without tests', report({}), 0],
    ['no report', undefined, 1],
    ['no report but a good exit code', undefined, 0],
  ])('does not take %s for success', (_, value, code) => {
    expect(readReport(value, code, 'x').failed).toBe(1);
  });
});
