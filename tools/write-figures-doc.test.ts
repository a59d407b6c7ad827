import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { findFigure } from '#core/figures/catalogue.ts';
import { dimensionsFor } from '#core/figures/figure.ts';
import { publishedYears } from '#test/support/published/published-years.ts';
import { publishedChapters } from './published-values.ts';
import { documentedFigures, figuresDoc } from './write-figures-doc.ts';

test('docs/figures.md is what the figures and the list say today', async () => {
  expect(await readFile(new URL('../docs/figures.md', import.meta.url), 'utf8')).toBe(figuresDoc());
});

const nameOf = (name: string): string => {
  const found = findFigure(documentedFigures, name);
  return found === null ? `no figure ${name}` : `${found.figure.id}.${found.variant.id}`;
};
const shown = publishedYears.flatMap(({ prints }) =>
  prints.map(({ figure, prints: text }) => ({ figure: nameOf(figure), text })),
);
const values = publishedChapters.flatMap((chapter) =>
  chapter.values.map((one) => ({ ...one, name: `${chapter.title.zh}: ${one.value.zh}` })),
);

describe('a published value', () => {
  test('stands in the list once', () => {
    expect(new Set(values.map(({ name }) => name)).size).toBe(values.length);
  });

  test.each(values.filter(({ answer }) => answer !== null))(
    '$name is given by figures that there are, by dimensions that they have',
    ({ answer }) => {
      for (const name of answer?.figures ?? []) {
        const found = findFigure(documentedFigures, name);
        if (found === null) throw new Error(`No figure ${name}`);
        expect(`${found.figure.id}.${found.variant.id}`).toBe(name);
      }
      // Each dimension belongs to one of the figures at least.
      const has = (answer?.figures ?? []).flatMap((name) => {
        const found = findFigure(documentedFigures, name);
        return found === null ? [] : dimensionsFor(found.variant);
      });
      expect((answer?.by ?? []).filter((one) => !has.includes(one))).toEqual([]);
    },
  );

  test.each(values.filter(({ prints }) => prints !== undefined))(
    '$name is shown by the tests of acceptance',
    ({ answer, prints }) => {
      const own = shown.filter(({ figure }) => answer?.figures.includes(figure)).map(({ text }) => text);
      expect((prints ?? []).filter((text) => !own.includes(text))).toEqual([]);
    },
  );

  test.each(values.filter(({ answer }) => answer === null))(
    '$name has no figure, and the page says why',
    ({ note }) => {
      expect(note?.zh).not.toBe('');
      expect(note?.en).not.toBe('');
    },
  );

  test('has a place in the list for every figure that the tests of acceptance show', () => {
    const listed = values.flatMap(({ answer }) => answer?.figures ?? []).map((name) => name.split('.')[0]);
    const classes = (name: string): boolean => name.startsWith('classShare:');
    const ids = [...new Set(shown.map(({ figure }) => figure.split('.')[0] ?? ''))];
    expect(ids.filter((id) => !listed.includes(id) && !classes(id))).toEqual([]);
  });
});
