/** What one stage of the tests came to. */
export type Outcome = {
  readonly passed: number;
  readonly failed: number;
  /** What a person needs in order to mend the failures; shown only when there are any. */
  readonly report: string;
};

export type Stage = {
  /** For --only. */
  readonly name: string;
  readonly title: string;
  /** Too long for every run: runs where it is asked for. */
  readonly onlyByName?: boolean;
  run(): Promise<Outcome>;
};

/** A stage whose tool counts nothing is one test. */
export const single = (isGood: boolean, report: string): Outcome => ({
  passed: isGood ? 1 : 0,
  failed: isGood ? 0 : 1,
  report: isGood ? '' : report,
});

export const sum = (outcomes: readonly Outcome[]): Outcome => ({
  passed: outcomes.reduce((total, { passed }) => total + passed, 0),
  failed: outcomes.reduce((total, { failed }) => total + failed, 0),
  report: outcomes
    .map(({ report }) => report)
    .filter((report) => report !== '')
    .join('\n'),
});

/** A stage that has nothing to test in this checkout. */
export const nothing: Outcome = { passed: 0, failed: 0, report: '' };
