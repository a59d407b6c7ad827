import type { Imported } from './import-rows.ts';
import type { Measured, Searched } from './measures.ts';
import type { Figures } from './load.ts';

export type Results = {
  readonly at: string;
  readonly matters: number;
  readonly cpus: number;
  /** Load averages of 1, 5 and 15 minutes at the end. */
  readonly load: readonly number[];
  readonly postgres: string;
  readonly rows: readonly Measured[];
  readonly search: {
    readonly words: readonly Searched[];
    readonly all: Figures;
    readonly scan: Figures;
  } | null;
  readonly imported: Imported | null;
};

const ms = (value: number): string => value.toFixed(value < 10 ? 2 : 1);
const times = (a: number, b: number): string => `${(a / b).toFixed(2)} ×`;

const rowOf = ({ name, product, bare }: Measured): string => {
  const cells = [name, ms(product.p50), ms(product.p95)];
  cells.push(...(bare === null ? ['', '', ''] : [ms(bare.p50), ms(bare.p95), times(product.p50, bare.p50)]));
  return `| ${cells.join(' | ')} |`;
};

/** The results as a Markdown table. Times are milliseconds as one client sees them. */
export const report = (results: Results): string => {
  const lines = [
    `${results.matters} matters, PostgreSQL ${results.postgres}, ${results.cpus} cores, load ${results.load.join(' ')}`,
    '',
    '| | product p50 | p95 | bare p50 | p95 | product / bare (p50) |',
    '|---|---|---|---|---|---|',
    ...results.rows.map(rowOf),
  ];
  if (results.search !== null) {
    const { all, scan, words } = results.search;
    lines.push(
      '',
      `search, all words: p50 ${ms(all.p50)} p95 ${ms(all.p95)}; substring scan p50 ${ms(scan.p50)}`,
    );
    lines.push(
      `scan / search: ${times(scan.p50, all.p50)} (medians), ${times(scan.p50, all.p95)} (scan p50 to search p95)`,
    );
    lines.push(
      '',
      '| word | found | by scan | p50 | p95 | scan | scan / p50 |',
      '|---|---|---|---|---|---|---|',
    );
    for (const { word, found, product, scan } of words) {
      const theirs = scan === null ? ['', '', ''] : [scan.found, scan.ms, times(scan.ms, product.p50)];
      const [scanFound, ...rest] = theirs;
      lines.push(`| ${[word, found, scanFound, ms(product.p50), ms(product.p95), ...rest].join(' | ')} |`);
    }
  }
  if (results.imported !== null) {
    const { rows, productSeconds, copySeconds } = results.imported;
    lines.push(
      '',
      `import of ${rows} rows with bodies: product ${productSeconds.toFixed(1)} s (${Math.round(rows / productSeconds)} rows/s), plain COPY ${copySeconds.toFixed(1)} s (${Math.round(rows / copySeconds)} rows/s), rate ${(copySeconds / productSeconds).toFixed(2)} of COPY`,
    );
  }
  return `${lines.join('\n')}\n`;
};
