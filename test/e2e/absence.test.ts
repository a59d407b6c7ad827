/** 委托代办: the office arranges a handler's absence, the stand-in acts for him, and the record says so. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { momentOf } from '#server/platform/moment.ts';
import { bringTo, type OneMatter } from '../support/one-matter.ts';
import { confirm, done, press } from './hands.ts';
import { setStage, type Stage } from './stage.ts';

let stage: Stage;
let matter: OneMatter;
beforeAll(async () => {
  stage = await setStage();
  matter = await bringTo(stage.product, 'inReview');
}, 300_000);
afterAll(() => stage.close());

describe('an absence', () => {
  it('is arranged by the office, and the stand-in clears a reply in the other’s name', async () => {
    const office = await stage.open('leadOffice', '/settings');
    const pick = async (label: string, name: string): Promise<void> => {
      const box = office.getByRole('combobox', { name: label, exact: true });
      await box.click();
      await box.fill(name);
      await office
        .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
        .filter({ hasText: name })
        .first()
        .click();
    };
    const today = momentOf(new Date(stage.product.now())).date;
    await pick('谁请假', 'leadHead');
    await pick('代办人', 'leadColleague');
    await office.getByLabel('开始日期').fill(today);
    await office.getByLabel('结束日期（含当天）').fill(today);
    await office.getByLabel('事由').fill('年休假');
    await press(office, '委托代办');
    await office.getByText('leadHead 由 leadColleague 代办').waitFor();
    await done(office);

    const page = await stage.open('leadColleague', '/workbench');
    await page.getByText('代 leadHead：1 件待办').waitFor();
    await page.getByRole('button', { name: '代 leadHead 办理' }).click();
    await page.getByText(/您正在代 leadHead 办理/).waitFor();
    await page.locator(`a[href="/matters/${matter.matterId}"]`).first().click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await press(page, '审核通过');
    await confirm(page, '审核通过');
    await page.getByText('leadColleague（代leadHead）').first().waitFor();
    await press(page, '返回本人');
    await page.getByRole('heading', { name: '工作台', level: 1 }).waitFor();
    await expect.poll(() => page.getByText(/您正在代/).count()).toBe(0);
    await page.getByText('代 leadHead：0 件待办').waitFor();
    await done(page);
  }, 120_000);
});
