/** 延期 and 暂停计时 by hand in a browser: asked, decided from 待办, told; stopped, seen on the lists, run on. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bringTo, type OneMatter } from '../support/one-matter.ts';
import type { CastName } from '../support/product.ts';
import { confirm, done, press } from './hands.ts';
import { setStage, type Stage } from './stage.ts';

let stage: Stage;
let matter: OneMatter;
beforeAll(async () => {
  stage = await setStage();
  matter = await bringTo(stage.product, 'signed');
}, 300_000);
afterAll(() => stage.close());

const openMatter = (who: CastName, width?: number): Promise<Page> =>
  stage.open(who, `/matters/${matter.matterId}`, width);

const units = (page: Page) => page.locator('#assignments');

type Duty = {
  id: number;
  owed: { date: string; state: string };
  extensionTerms: { due: string; limit: string } | null;
};
const leadDuty = async (): Promise<Duty> => {
  const { body } = await stage.product.ask('leadHandler', 'GET', `/api/matters/${matter.matterId}`);
  const found = (body as { assignments: Duty[] }).assignments.find(({ id }) => id === matter.leadDuty);
  if (found === undefined) throw new Error('no duty');
  return found;
};

let due = '';
let until = '';

it('the handler asks: what stands, how far it may go, and no day beyond it', async () => {
  due = (await leadDuty()).owed.date;
  const { limit = '' } = (await leadDuty()).extensionTerms ?? {};
  const page = await openMatter('leadHandler');
  await press(page, '申请延期');
  const dialog = page.getByRole('dialog');
  await dialog.getByText(due, { exact: true }).waitFor();
  await dialog.getByText(limit, { exact: true }).waitFor();
  await dialog.getByText('同意后将告知提出人').waitFor();
  await dialog.getByLabel('延期理由').fill('需与三个部门会商');
  await dialog.getByLabel('延期至').fill('2099-01-01');
  await dialog.getByRole('button', { name: '申请延期', exact: true }).click();
  // Said below the field, and once more as what is wrong with it.
  await expect.poll(() => dialog.getByText(/^可选 /).count()).toBe(2);
  await dialog.getByRole('button', { name: '+2 个月' }).click();
  until = await dialog.getByLabel('延期至').inputValue();
  await confirm(page, '申请延期');
  await units(page).getByText(`申请延期至 ${until}，待决定`).waitFor();
  expect(await page.getByRole('button', { name: '申请延期', exact: true }).count()).toBe(0);
  await page.getByRole('button', { name: '撤回延期申请', exact: true }).waitFor();
  await done(page);
}, 60_000);

it('the supervision office finds it in 待办 and grants it for a shorter time', async () => {
  const page = await stage.open('supervisor', '/');
  await page.getByText('决定延期', { exact: true }).first().waitFor();
  await page
    .getByRole('link', { name: /优化公交线网/ })
    .first()
    .click();
  await press(page, /^决定延期/);
  const dialog = page.getByRole('dialog');
  await dialog.getByText('需与三个部门会商').waitFor();
  expect(await dialog.getByLabel('延期至').inputValue()).toBe(until);
  await dialog.getByRole('button', { name: '+1 个月' }).click();
  until = await dialog.getByLabel('延期至').inputValue();
  await dialog.getByLabel('意见').fill('同意延一个月');
  await confirm(page, '提交决定');
  await units(page).getByText(`同意延期至 ${until}`).waitFor();
  expect(await page.getByRole('button', { name: /^决定延期/ }).count()).toBe(0);
  await done(page);
}, 60_000);

it('the unit sees the new date and why; so does the deputy, without what was said about it', async () => {
  const unit = await openMatter('leadHandler');
  await units(unit).getByRole('button', { name: until }).first().click();
  await unit.getByText(`批准延期至 ${until}`).waitFor();
  await units(unit).getByText('同意延一个月').waitFor();
  await done(unit);
  const deputy = await stage.open('leadProposer', `/m/matters/${matter.matterId}`, 375);
  await deputy.getByText('答复期限已延期至').waitFor();
  expect(await deputy.getByText('同意延一个月').count()).toBe(0);
  await done(deputy);
}, 60_000);

it('a stopped clock says so on the card, the ledger, the workbench and to the deputy', async () => {
  const page = await openMatter('supervisor');
  await units(page).getByRole('button', { name: '暂停计时' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('代表出国');
  await confirm(page, '暂停计时');
  await units(page).getByText('起暂停计时').first().waitFor();
  expect(await units(page).getByRole('button', { name: '暂停计时', exact: true }).count()).toBe(1);
  await page.goto('/ledger?due=paused');
  await page.getByText('共 1 件').waitFor();
  await page.getByRole('row').filter({ hasText: '优化公交线网' }).getByText('暂停计时').waitFor();
  await done(page);
  const handler = await stage.open('leadHandler', '/');
  await handler.getByText('暂停计时').first().waitFor();
  await done(handler);
  const deputy = await stage.open('leadProposer', '/m', 375);
  await deputy.getByText('答复期限暂停计时').first().waitFor();
  await done(deputy);
}, 60_000);

it('started again it runs on with what was left', async () => {
  const page = await openMatter('supervisor');
  await press(page, '恢复计时');
  await page.getByRole('dialog').getByRole('textbox').fill('代表已回国');
  await confirm(page, '恢复计时');
  // Stopped and started on one day: nothing of it was lost.
  await expect.poll(async () => (await leadDuty()).owed.date).toBe(until);
  await units(page).getByRole('button', { name: '恢复计时' }).waitFor({ state: 'hidden' });
  await done(page);
  expect(stage.complaints).toEqual([]);
}, 60_000);
