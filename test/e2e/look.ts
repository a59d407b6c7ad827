/** What every page has to be, at any width: loaded, no wider than its window, and without a violation that axe knows. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Nothing is being loaded any more. Asked from outside: the page's policy lets nothing be evaluated inside. */
export const settle = async (page: Page): Promise<void> => {
  await page.waitForLoadState('networkidle');
  const settled = `!['', '落实 Luoshi'].includes(document.title) && document.querySelector('.ant-skeleton, [aria-busy="true"]') === null &&
    ![...document.querySelectorAll('[role="status"]')].some((one) => one.textContent === '正在加载…')`;
  await expect.poll(() => page.evaluate(settled), { timeout: 30_000 }).toBe(true);
};

const runAxe = `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then(({ violations }) =>
  violations.map((one) => one.id + ' (' + one.impact + '): ' + one.nodes.map((node) => node.html.slice(0, 160)).join(' | ')))`;

/** axe runs beside the page's own scripts, so that the page's policy stays as strict as it is. */
const violations = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe);
  return page.evaluate(runAxe);
};

const wide = async (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

/** `at`: what a complaint says of where it was looked at. */
export const expectSound = async (page: Page, at: string): Promise<void> => {
  await settle(page);
  expect(await page.locator('main, [role="main"]').count(), 'a main landmark').toBeGreaterThan(0);
  expect(await wide(page), `nothing sticks out sideways: ${at}`).toBeLessThanOrEqual(1);
  expect(await violations(page), at).toEqual([]);
};
