/** What a group said, from the recorder's phone to the speaker's, as each side does it in the browser. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { confirm, done } from './hands.ts';
import { setStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  const { place, people } = stage.product;
  const body = { sessionId: place.session, name: '一团', recorderIds: [people['leadHandler']] };
  await stage.product.ask('congressOffice', 'POST', '/api/session-opinions/groups', { body });
}, 180_000);
afterAll(() => stage.close());

describe('session opinions', () => {
  it('the recorder pastes, splits, corrects and hands in on a phone; what was typed is kept by itself', async () => {
    const page = await stage.open('leadHandler', '/session-opinions/records/new', 320);
    await page
      .getByLabel('发言记录')
      .fill('林知远代表：完全赞成报告。提两点建议：一是增开夜班公交；二是修补交通局门前道路。');
    await page.getByRole('button', { name: '拆分成意见' }).click();
    await page.getByRole('group', { name: '第3条' }).waitFor();
    expect(await page.getByRole('group', { name: '第1条' }).getByText('不提交').count()).toBe(1);
    await page
      .getByRole('group', { name: '第2条' })
      .getByRole('textbox', { name: '第2条' })
      .fill('增开夜班公交线路');
    // The people of these tests have names that no notes have.
    await page.getByRole('group', { name: '第2条' }).getByLabel('发言人').fill('leadProposer');
    await page.getByText('已自动保存').waitFor();
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: '提交', exact: true }).click();
    await page.getByText('待审核').first().waitFor();
    await done(page);
  }, 90_000);

  it('the office checks the record, names the unit, and forwards', async () => {
    const page = await stage.open('congressOffice', '/session-opinions?tab=records');
    await page.getByRole('button', { name: '整份审核通过' }).click();
    await page.getByText('已审核').first().waitFor();
    await page.goto('/session-opinions');
    const card = page.getByRole('article').filter({ hasText: '增开夜班公交线路' });
    await card.getByRole('button', { name: '修改', exact: true }).click();
    const units = page.getByRole('dialog').getByRole('combobox', { name: '转办单位' });
    await units.fill('市交通局');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await confirm(page, '保存');
    await card.getByRole('button', { name: '转办', exact: true }).click();
    await card.waitFor({ state: 'detached' });
    await done(page);
  }, 90_000);

  it('the unit answers, and the speaker reads it on the phone', async () => {
    const page = await stage.open('leadOffice', '/session-opinions');
    await page.getByRole('button', { name: '登记回应' }).click();
    const dialog = page.getByRole('dialog', { name: '登记回应' });
    await dialog.getByLabel('谁回应（姓名、职务）').fill('副局长');
    await dialog.getByLabel('回应内容').fill('四月起增开两条。');
    await confirm(page, '登记回应');
    await page.getByText('已回应，待办结').waitFor();
    await done(page);
    const phone = await stage.open('leadProposer', '/m/session-opinions', 320);
    await phone.getByText('四月起增开两条。').waitFor();
    await done(phone);
  }, 90_000);

  it('complained of nothing', () => {
    expect(stage.complaints).toEqual([]);
  });
});
