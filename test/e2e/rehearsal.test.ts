/** A rehearsal: another preset tried on the year's matters, a figure opened to its rows, a value refused at its field. */
import { randomBytes } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startWork } from '#server/cli/work.ts';
import type { Worker } from '#server/platform/jobs.ts';
import { bringTo } from '../support/one-matter.ts';
import { done, press } from './hands.ts';
import { setStage, type Stage } from './stage.ts';

let stage: Stage;
let worker: Worker;
let page: Page;

const tryRules = async (name: string): Promise<void> => {
  await page.getByRole('combobox', { name: '试用的规则' }).click();
  await page.locator('.ant-select-item-option').filter({ hasText: name }).first().click();
};

beforeAll(async () => {
  stage = await setStage();
  await bringTo(stage.product, 'issued');
  worker = await startWork({
    appUrl: stage.product.database.appUrl,
    fieldKey: randomBytes(32).toString('hex'),
    log: () => undefined,
  });
  page = await stage.open('supervisor', '/rehearsals');
  page.setDefaultTimeout(12_000);
}, 300_000);
afterAll(async () => {
  await worker.stop();
  await stage.close();
});

it('a figure opens to as many rows as it says, each with both dates and why', async () => {
  await page.getByLabel('名称（可不填）').fill('试用上海规则');
  await tryRules('上海');
  await press(page, '开始演练');
  await page.getByRole('heading', { name: '试用上海规则' }).waitFor();
  const figure = page.getByRole('button', { name: /^合计，有期限的任务/ });
  await figure.waitFor({ timeout: 30_000 });
  const said = Number(await figure.textContent());
  await figure.click();
  await page.getByRole('heading', { name: '明细：合计 · 有期限的任务' }).waitFor();
  const rows = page.getByRole('table', { name: /^明细/ }).locator('tbody tr');
  await rows.first().waitFor();
  expect(await rows.count()).toBe(said);
  await rows
    .first()
    .getByRole('button', { name: /为何是这一天|为什么是这一天/ })
    .first()
    .click();
  await page.getByText(/依据/).first().waitFor();
}, 90_000);

it('a number that no rule can have is refused at its field', async () => {
  await page.goto('/rehearsals');
  await tryRules('现行规则，改几个数');
  const field = page.getByLabel(/^答复（/).first();
  await field.fill('0');
  await press(page, '开始演练');
  await page.locator('.ant-form-item-explain-error').first().waitFor();
  expect(await field.getAttribute('aria-invalid')).toBe('true');
}, 60_000);

it('is not offered to a unit', async () => {
  const unit = await stage.open('leadOffice', '/rehearsals');
  await unit
    .getByText(/没有权限|无权/)
    .first()
    .waitFor();
  await done(unit);
}, 60_000);

it('without a complaint of the pages', () => {
  expect(stage.complaints).toEqual([]);
});
