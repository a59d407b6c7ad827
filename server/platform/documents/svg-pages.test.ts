import { expect, test } from 'vitest';
import { svgPages } from './svg-pages.ts';

const roll = `<svg class="typst-doc" viewBox="0 0 100 400" width="100pt" height="400pt" xmlns="http://www.w3.org/2000/svg">
  <path fill="#ffffff" d="M 0 0v 200 h 100 v -200 Z "/>
  <g><g><use xlink:href="#gA" x="0" y="0"/></g></g>
  <path fill="#ffffff" d="M 0 0v 200 h 100 v -200 Z "/>
  <g transform="matrix(1 0 0 1 0 200)"><g><use xlink:href="#gB" x="0" y="0"/></g></g>
  <defs id="glyph">
    <symbol id="gA" overflow="visible"><path d="M 1.23456 -0.98765"/></symbol>
    <symbol id="gB" overflow="visible"><path d="M 2 2"/></symbol>
  </defs>
</svg>`;

test('each page stands alone with its own glyphs, moved to the top of its sheet', () => {
  const [first = '', second = ''] = svgPages(roll, 2);
  expect(first).toContain('viewBox="0 0 100 200"');
  expect(first).toContain('<symbol id="gA"');
  expect(first).not.toContain('gB');
  expect(second).toContain('translate(0 -200)');
  expect(second).toContain('<symbol id="gB"');
  expect(second).not.toContain('gA');
});

test('outlines are kept to a hundredth of a point', () => {
  expect(svgPages(roll, 2)[0]).toContain('M 1.23 -0.98');
});

test('a roll of another make is a fault, not a wrong preview', () => {
  expect(() => svgPages(roll, 3)).toThrow('roll of pages');
  expect(() => svgPages('<svg></svg>', 0)).toThrow('roll of pages');
});
