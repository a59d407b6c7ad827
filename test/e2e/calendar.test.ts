/** The next year's holidays: read, looked at, taken into use; a due date follows and says by which version. */
import { randomBytes } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWork } from '#server/cli/work.ts';
import type { Worker } from '#server/platform/jobs.ts';
import { done, press } from './hands.ts';
import { setStage, type Stage } from './stage.ts';

let stage: Stage;
let worker: Worker;
let page: Page;
let matterId = 0;
const year = new Date().getUTCFullYear() + 1;

/** Invented; without days of the week, for it is read in any year. */
const notice = `关于${year}年部分节假日安排的通知
一、元旦：1月1日至3日放假调休，共3天。
二、春节：2月10日至16日放假调休，共7天。
三、劳动节：5月1日至5日放假调休，共5天。
四、国庆节：10月1日至7日放假调休，共7天。`;

/** Between sessions a matter is assigned within seven working days: over the New Year the holidays count. */
const fileAtYearsEnd = async (): Promise<number> => {
  const { product } = stage;
  const filed = await product.ask('congressOffice', 'POST', '/api/matters', {
    body: {
      sessionId: product.place.session,
      inSession: false,
      caseNo: '闭会0001',
      title: '关于冬季供暖的建议',
      body: '请提前供暖。',
      category: '民生',
      publicConsent: 'full',
      filedOn: `${year - 1}-12-28`,
      proposerIds: [product.people['leadProposer']],
      points: ['提前供暖'],
    },
  });
  if (filed.status !== 200) throw new Error(filed.text);
  return (filed.body as { id: number }).id;
};

const dueOn = (): Promise<string> =>
  stage.product.app.db.read(stage.product.place.jurisdictionId, async (tx) => {
    const row = await tx
      .selectFrom('matter')
      .select('due_on')
      .where('id', '=', matterId)
      .executeTakeFirstOrThrow();
    return row.due_on;
  });

beforeAll(async () => {
  stage = await setStage();
  matterId = await fileAtYearsEnd();
  worker = await startWork({
    appUrl: stage.product.database.appUrl,
    fieldKey: randomBytes(32).toString('hex'),
    log: () => undefined,
  });
  page = await stage.open('supervisor', '/setup/calendar');
}, 300_000);
afterAll(async () => {
  await worker.stop();
  await stage.close();
});

const read = async (text: string): Promise<void> => {
  await page.getByLabel('通知全文').fill(text);
  await press(page, '试读');
  await page.getByRole('heading', { name: '启用前核对' }).waitFor();
};

describe('the next year', () => {
  it('is provisional, and says whose dates reach into it', async () => {
    await page.getByText('部分期限是暂定的').waitFor();
    await press(page, '下一年');
    await page.getByRole('heading', { name: `${year} 年`, exact: true }).waitFor();
    expect(await page.getByText('暂定', { exact: true }).count()).toBeGreaterThan(0);
  }, 60_000);

  it('is refused when the notice contradicts itself, with the line', async () => {
    await read(notice.replace('共7天', '共8天'));
    await page.getByText('文中写共 8 天，按起止日期数是 7 天。请核对。').waitFor();
    await page.getByText(/第 3 行/).waitFor();
    await page.getByText('有错误，不能启用').waitFor();
    expect(await page.getByRole('button', { name: '启用', exact: true }).count()).toBe(0);
    await page.getByRole('link', { name: '返回工作日历' }).click();
  }, 60_000);

  it('is read, and lists which date moves', async () => {
    await read(notice);
    await page.getByText('春节').first().waitFor();
    const row = page.getByRole('row', { name: /闭会0001/ });
    await row.waitFor({ timeout: 30_000 });
    expect(await row.textContent()).toContain('推后');
  }, 60_000);

  it('is taken into use as a version; the date of the matter follows', async () => {
    const before = await dueOn();
    await press(page, '启用');
    await page.getByRole('dialog').getByRole('button', { name: '启用', exact: true }).click();
    await page.getByText(`${year} 年放假安排`).first().waitFor();
    await page.getByText(/期限已更新/).waitFor({ timeout: 45_000 });
    expect((await dueOn()) > before).toBe(true);
    expect(await page.getByText('部分期限是暂定的').count()).toBe(0);
  }, 90_000);

  it('is named by the date that it moved', async () => {
    await page.goto(`/matters/${matterId}`);
    await page
      .getByText(await dueOn())
      .first()
      .waitFor();
    await page
      .getByRole('button', { name: /为何是这一天|为什么是这一天/ })
      .first()
      .click();
    await page
      .getByText(/工作日历第 1 版/)
      .first()
      .waitFor();
  }, 60_000);

  it('is seen by the administrator, who changes nothing', async () => {
    const admin = await stage.open('systemAdmin', `/setup/calendar?year=${year}`);
    await admin.getByRole('heading', { name: `${year} 年`, exact: true }).waitFor();
    await admin.getByText('由政府督查室启用新的日历').waitFor();
    expect(await admin.getByRole('button', { name: '试读' }).count()).toBe(0);
    await done(admin);
    const outsider = await stage.open('supervisor', '/setup/people');
    await outsider
      .getByText(/没有权限|无权/)
      .first()
      .waitFor();
    await done(outsider);
  }, 60_000);

  it('without a complaint of the pages', () => {
    expect(stage.complaints).toEqual([]);
  });
});
