/** From the issued letter to the end: rated on a phone, handled again, 代录 from paper, closed, reopened. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { answerAgain, bringTo, type OneMatter } from '../support/one-matter.ts';
import type { CastName } from '../support/product.ts';
import { confirm, done, press } from './hands.ts';
import { setStage, type Stage } from './stage.ts';

let stage: Stage;
let matter: OneMatter;

beforeAll(async () => {
  stage = await setStage();
  matter = await bringTo(stage.product, 'issued');
}, 300_000);
afterAll(() => stage.close());

const open = (who: CastName, width?: number): Promise<Page> =>
  stage.open(who, `${who.endsWith('Proposer') ? '/m' : ''}/matters/${matter.matterId}`, width);

const answer = async (page: Page, choice: string): Promise<void> => {
  await page.getByRole('radio', { name: choice }).first().check();
  await press(page, '下一步');
};

type Given = { readonly points: readonly string[]; readonly attitude: string; readonly outcome: string };

/** Answers every question of the phone's pages, up to the page that shows all before it is sent. */
const fill = async (page: Page, given: Given, reason: string): Promise<void> => {
  await page.getByRole('link', { name: /开始评价|接着上次填/ }).click();
  for (const [index, verdict] of given.points.entries()) {
    await page.getByRole('heading', { name: `第 ${index + 1} 条，落实得怎么样？` }).waitFor();
    await answer(page, verdict);
  }
  await page.getByRole('heading', { name: '对办理态度满意吗？' }).waitFor();
  await answer(page, given.attitude);
  await page.getByRole('heading', { name: '对办理结果满意吗？' }).waitFor();
  await answer(page, given.outcome);
  await page.getByLabel('意见和理由').waitFor();
  if (reason !== '') await page.getByLabel('意见和理由').fill(reason);
};

const reason = '线路并没有优化，只说了打算，没有写明时间。';

describe('the proposer on a phone', () => {
  it('cannot send 不满意 without a reason; with one it opens a second round', async () => {
    const page = await open('leadProposer', 375);
    await page.getByRole('link', { name: /评价/ }).first().click();
    await fill(page, { points: ['未落实', '部分落实'], attitude: '满意', outcome: '不满意' }, '');
    await press(page, '下一步');
    await page.getByText('请先写明理由').waitFor();
    await page.getByLabel('意见和理由').fill(reason);
    await press(page, '下一步');
    await page.getByRole('heading', { name: '看一看，再提交' }).waitFor();
    await page
      .getByText(/须重新办理/)
      .first()
      .waitFor();
    await press(page, '提交评价');
    await page.getByRole('heading', { name: '谢谢您，评价已提交' }).waitFor();
    await page.getByText(/新的答复期限是/).waitFor();
    expect(await page.getByRole('button', { name: '提交评价' }).count()).toBe(0);
    await done(page);
  }, 120_000);

  it('a colleague who signed too sees no one else’s rating to give', async () => {
    const page = await open('otherProposer', 375);
    await page.getByRole('heading').first().waitFor();
    expect(await page.getByText(reason).count()).toBe(0);
    expect(await page.getByRole('link', { name: /评价/ }).count()).toBe(0);
    await done(page);
  }, 60_000);
});

describe('handled again', () => {
  it('the unit sees the reason, a second round with its own date, and the first letter as it was', async () => {
    const page = await open('leadHandler');
    await page.getByText(reason).first().waitFor();
    await page
      .getByText(/第二轮|第 2 轮/)
      .first()
      .waitFor();
    await page
      .getByText(/〔\d{4}〕1号/)
      .first()
      .waitFor();
    await done(page);
    await answerAgain(stage.product, matter);
  }, 120_000);

  it('the office enters a paper form only together with its scan, marked 代录', async () => {
    const page = await open('congressOffice');
    await page.getByRole('button', { name: '代录评价（coProposer）' }).last().click();
    const dialog = page.getByRole('dialog');
    const groups = dialog.getByRole('radiogroup');
    await groups.first().waitFor();
    for (let at = 0; at < (await groups.count()); at += 1)
      await groups.nth(at).getByRole('radio').first().check();
    await dialog.getByRole('button', { name: /^代录/ }).last().click();
    await dialog.getByText('请上传原件扫描').first().waitFor();
    expect(await dialog.isVisible()).toBe(true);
    const scan = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
    await dialog
      .locator('input[type=file]')
      .setInputFiles({ name: '评价表.pdf', mimeType: 'application/pdf', buffer: scan });
    await dialog.getByText('评价表.pdf').waitFor();
    await dialog.getByRole('button', { name: /^代录/ }).last().click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('代录').first().waitFor();
    await done(page);
  }, 120_000);

  it('satisfied with the second reply', async () => {
    const page = await open('leadProposer', 375);
    await page.getByRole('link', { name: /评价/ }).first().click();
    await fill(page, { points: ['已落实', '已落实'], attitude: '满意', outcome: '满意' }, '');
    await press(page, '下一步');
    await press(page, '提交评价');
    await page.getByRole('heading', { name: '谢谢您，评价已提交' }).waitFor();
    await done(page);
  }, 120_000);
});

describe('the end', () => {
  it('is closed, and reopened only with a reason', async () => {
    const page = await open('congressOffice');
    await page.getByRole('button', { name: /^办结/ }).first().click();
    await confirm(page, '办结');
    await page.getByText('已办结').first().waitFor();
    await page
      .getByRole('button', { name: /^重新开启/ })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button').last().click();
    expect(await dialog.isVisible()).toBe(true);
    await dialog.getByRole('textbox').first().fill('回头看发现尚未落实。');
    await dialog.getByRole('button').last().click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('回头看发现尚未落实').first().waitFor();
    await done(page);
  }, 120_000);

  it('left no complaint in any page', () => {
    expect(stage.complaints).toEqual([]);
  });
});
