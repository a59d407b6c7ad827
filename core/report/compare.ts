/** What two editions of a report say differently: block by block, and number by number. */
import { type Language, plainBlock, renderReport } from './render.ts';
import type { FieldValue, ReportContent, ReportScope, ReportValues } from './report.ts';

export type Edition = { readonly content: ReportContent; readonly values: ReportValues };

export type BlockChange = {
  readonly key: string;
  readonly heading: string;
  /** Null: it was not there. */
  readonly before: string | null;
  /** Null: it is there no more. */
  readonly after: string | null;
};

const textsOf = (
  { content, values }: Edition,
  scope: ReportScope,
  language: Language,
): ReadonlyMap<string, { readonly heading: string; readonly text: string }> =>
  new Map(
    renderReport(content, { scope, language, values }).flatMap(({ heading, blocks }) =>
      blocks.map((block) => [block.key, { heading, text: plainBlock(block) }] as const),
    ),
  );

/** Blocks that read differently, in the order in which the later edition has them, then those that are gone. */
export const compareEditions = (
  earlier: Edition,
  later: Edition,
  scope: ReportScope,
  language: Language,
): readonly BlockChange[] => {
  const before = textsOf(earlier, scope, language);
  const after = textsOf(later, scope, language);
  const changed = [...after].flatMap(([key, { heading, text }]) => {
    const old = before.get(key)?.text ?? null;
    return old === text ? [] : [{ key, heading, before: old, after: text }];
  });
  const gone = [...before].flatMap(([key, { heading, text }]) =>
    after.has(key) ? [] : [{ key, heading, before: text, after: null }],
  );
  return [...changed, ...gone];
};

/** A question without the day for which it is asked: the same figure in an edition of another day. */
const withoutDay = (question: string): string => {
  const [figure, filters, , ...rest] = question.split('|');
  return [figure, filters, ...rest].join('|');
};

export type ValueChange = {
  readonly name: FieldValue['name'];
  readonly before: string;
  readonly after: string;
};

/** Figures of both editions that have another value, each question once. */
export const compareValues = (earlier: Edition, later: Edition): readonly ValueChange[] => {
  const old = new Map(Object.entries(earlier.values.figures).map(([key, one]) => [withoutDay(key), one]));
  return Object.entries(later.values.figures).flatMap(([key, now]) => {
    const before = old.get(withoutDay(key));
    return before == null || now === null || before.text === now.text
      ? []
      : [{ name: now.name, before: before.text, after: now.text }];
  });
};
