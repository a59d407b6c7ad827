import { expect, test } from 'vitest';
import { unitsNamed } from './units-named.ts';

const row = (...values: string[]) => ({ facts: [{ field: 'units', label: '承办单位', values }] });

test('a unit in several rows and roles counts once', () => {
  expect(unitsNamed([row('主办 市教育局', '会办 市财政局'), row('会办 市教育局')])).toBe(2);
});

test('a name with spaces of its own is one unit', () => {
  expect(unitsNamed([row('lead Education Bureau'), row('assist Education Office')])).toBe(2);
});

test('rows without units name none', () => {
  expect(
    unitsNamed([{ facts: [] }, { facts: [{ field: 'category', label: '类别', values: ['教育'] }] }]),
  ).toBe(0);
});
