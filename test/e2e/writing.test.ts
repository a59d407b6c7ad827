/** A deputy writes on a phone, loses the connection, comes back, is co-signed and hands in. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { done, press } from './hands.ts';
import { setStage, type Stage } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
}, 300_000);
afterAll(() => stage.close());

const facts =
  '城东片区有三个居民小区，常住约一万两千人。早晚高峰只有一条公交线路经过，平均等候二十五分钟，雨雪天气候车没有遮蔽，老人和学生尤其不便。居民多次反映，希望增加班次并设置候车亭。';
const ask = '在城东路与学府街交叉口增设两座公交候车亭';

const write = async (page: Page, name: string | RegExp, words: string): Promise<void> =>
  page.getByRole('textbox', { name }).first().fill(words);

const next = async (page: Page): Promise<void> => page.getByRole('button', { name: /^下一步/ }).click();

it('what was written without a connection arrives, is co-signed on what was read, and is handed in once', async () => {
  const page = await stage.open('leadProposer', '/m/submissions/new', 375);
  await page
    .getByRole('button', { name: /开始写/ })
    .first()
    .click();
  await write(page, '标题', '关于增设城东公交候车亭的建议');
  await page
    .getByText(/^已保存/)
    .first()
    .waitFor();

  await page.context().setOffline(true);
  await next(page);
  await write(page, /^情况/, facts);
  await page.getByText('未联网，已存在本机，联网后自动上传').first().waitFor();
  // The page itself opens without a connection, with what this device kept.
  await page.reload();
  expect(await page.getByRole('textbox', { name: /^情况/ }).inputValue()).toBe(facts);
  await page.context().setOffline(false);
  await page
    .getByText(/^已保存/)
    .first()
    .waitFor();
  await page.reload();
  expect(await page.getByRole('textbox', { name: /^情况/ }).inputValue()).toBe(facts);

  await next(page);
  await next(page);
  await write(page, '第 1 条建议', ask);
  await next(page);
  await page.getByRole('radio', { name: '同意公开全文' }).check();
  await next(page);
  await next(page);
  await page.getByRole('link', { name: '邀请和管理联名人' }).click();
  await write(page, '按姓名', 'coProposer');
  await page.getByRole('button', { name: /＋ coProposer/ }).click();
  await press(page, '发出邀请');
  await page.getByText('等候答复').waitFor();

  const other = await stage.open('coProposer', '/m/submissions', 375);
  await other.getByRole('link', { name: '关于增设城东公交候车亭的建议' }).click();
  await other.getByText(ask).waitFor();
  await press(other, '同意联名');
  await other.getByRole('status').getByText('已联名').waitFor();
  await done(other);

  await page.getByRole('link', { name: '返回这一件' }).click();
  await page.getByText(/已联名 1 人/).waitFor();
  await press(page, '提交');
  await page.getByText(/已提交，流水号/).waitFor();
  await page.getByRole('heading', { level: 1, name: '关于增设城东公交候车亭的建议' }).waitFor();

  const { body } = await stage.product.ask('leadProposer', 'GET', '/api/submissions/mine');
  const rows = (body as { items: { state: string; signers: { signed: number } }[] }).items;
  expect(rows.map(({ state, signers }) => [state !== 'draft', signers.signed])).toEqual([[true, 1]]);
  await done(page);
  expect(stage.complaints.filter((one) => !one.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
}, 120_000);
