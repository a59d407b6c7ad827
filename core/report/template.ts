/**
 * Templates of reports as data. A paragraph is a text in both languages with fields in braces:
 * `{figure}` · `{figure|part}` · `{figure|part|dimension=value&…}` · `{figure|part|…|omit}`; `omit`: its sentence is left
 * out where there is nothing to print. `<classes>` stands for the phrase of each result class of the ruleset.
 */
import type { Dimension } from '../figures/columns.ts';
import { dimensions } from '../figures/columns.ts';
import type { Text } from '../words.ts';
import {
  type Block,
  type FieldFilters,
  fieldParts,
  type FieldPart,
  type FigureField,
  type ReportContent,
  type Run,
  type Section,
} from './report.ts';

export type TemplateBlock =
  | { readonly text: Text }
  /** Left to people: only the hint stands, and it is never printed. */
  | { readonly hint: Text }
  | { readonly examples: Text }
  | {
      readonly table: Text;
      readonly rows: Dimension;
      readonly figures: readonly string[];
      readonly filters?: FieldFilters;
      readonly ranked?: { readonly least: number };
    };

export type TemplateSection = { readonly heading: Text; readonly blocks: readonly TemplateBlock[] };

export type Template = { readonly title: Text; readonly sections: readonly TemplateSection[] };

/** A class of the ruleset, for `<classes>`. */
export type TemplateClass = { readonly code: string; readonly name: Text };

export type Filling = {
  readonly language: keyof Text;
  readonly classes: readonly TemplateClass[];
  /** What the title is filled with: `{city}`, `{organ}`, `{unit}`, `{period}`. */
  readonly names: Readonly<Record<string, string>>;
  readonly asOf: string;
};

const filtersOf = (text: string): FieldFilters =>
  Object.fromEntries(
    text.split('&').flatMap((pair) => {
      const [name = '', value = ''] = pair.split('=');
      const known = dimensions.find((one) => one === name);
      return known === undefined || value === '' ? [] : [[known, value]];
    }),
  );

const isPart = (text: string): text is FieldPart => (fieldParts as readonly string[]).includes(text);

const fieldOf = (inside: string, key: string): FigureField => {
  const [figure = '', part = '', filters = '', rule = ''] = inside.split('|');
  return {
    key,
    figure,
    filters: filtersOf(filters),
    decimals: null,
    part: isPart(part) ? part : 'value',
    wording: 'exact',
    whenNone: rule === 'omit' ? 'omit' : 'say',
  };
};

const phraseOfClass: Readonly<Record<keyof Text, (given: TemplateClass) => string>> = {
  zh: ({ code, name }) =>
    `${name.zh}的（${code}类）{classShare:${code}.final|numerator}件次，占{classShare:${code}.final|value||omit}`,
  en: ({ code, name }) =>
    `${name.en} (class ${code}): {classShare:${code}.final|numerator}, that is {classShare:${code}.final|value||omit}`,
};

const withClasses = (text: string, { language, classes }: Filling): string =>
  text.replace('<classes>', classes.map(phraseOfClass[language]).join(language === 'zh' ? '；' : '; '));

/** The runs of a template's text; `key` begins the keys of its fields. */
export const runsOf = (text: string, key: string): readonly Run[] =>
  text
    .split(/(\{[^}]*\})/u)
    .filter((piece) => piece !== '')
    .map((piece, at) =>
      piece.startsWith('{') ? { field: fieldOf(piece.slice(1, -1), `${key}-${at}`) } : { text: piece },
    );

const blockOf = (block: TemplateBlock, key: string, filling: Filling): Block => {
  const { language } = filling;
  if ('text' in block)
    return {
      kind: 'paragraph',
      key,
      runs: runsOf(withClasses(block.text[language], filling), key),
      hint: '',
    };
  if ('hint' in block) return { kind: 'paragraph', key, runs: [], hint: block.hint[language] };
  if ('examples' in block) return { kind: 'examples', key, hint: block.examples[language], items: [] };
  return {
    kind: 'table',
    key,
    caption: block.table[language],
    rows: block.rows,
    figures: block.figures,
    filters: block.filters ?? {},
    ranked: block.ranked !== undefined,
    least: block.ranked?.least ?? 0,
  };
};

const filled = (text: string, names: Filling['names']): string =>
  text.replaceAll(/\{(\w+)\}/gu, (whole, name: string) => names[name] ?? whole);

/** A new report from a template; what no figure can say is left empty. */
export const fromTemplate = (template: Template, filling: Filling): ReportContent => ({
  title: filled(template.title[filling.language], filling.names),
  asOf: filling.asOf,
  sections: template.sections.map(
    ({ heading, blocks }, at): Section => ({
      key: `s${at + 1}`,
      heading: heading[filling.language],
      blocks: blocks.map((block, no) => blockOf(block, `s${at + 1}-${no + 1}`, filling)),
    }),
  ),
});
