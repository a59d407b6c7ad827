/** The middle of the handling year, by hand in a browser: from a filed matter to an issued letter. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bringTo, type OneMatter } from '../support/one-matter.ts';
import type { CastName } from '../support/product.ts';
import { choose, confirm, done } from './hands.ts';
import { setStage, type Stage } from './stage.ts';

let stage: Stage;
let matter: OneMatter;

beforeAll(async () => {
  stage = await setStage();
  matter = await bringTo(stage.product, 'filed');
}, 300_000);
afterAll(() => stage.close());

const open = (who: CastName): Promise<Page> => stage.open(who, `/matters/${matter.matterId}`);

describe('one matter’s life', () => {
  it('督查室 assigns it to a lead and an assistant', async () => {
    const page = await open('supervisor');
    await page.getByRole('button', { name: '交办', exact: true }).first().click();
    await page.getByRole('radio', { name: /主办/ }).first().check();
    await choose(page, /主办/, '市交通局');
    await choose(page, /会办/, '市公交公司');
    await page.getByRole('dialog').getByLabel('责任领导').fill('分管市长');
    await confirm(page, '交办');
    await page.getByText('待签收').first().waitFor();
    await done(page);
  }, 120_000);

  it.each([
    ['leadOffice', '市交通局'],
    ['assistOffice', '市公交公司'],
  ] as const)(
    '%s signs for it',
    async (who, unit) => {
      const page = await open(who);
      await page.getByRole('button', { name: /^签收/ }).first().click();
      await page.getByText(unit).first().waitFor();
      await expect.poll(() => page.getByRole('button', { name: /^签收/ }).count()).toBe(0);
      await done(page);
    },
    120_000,
  );

  it('the unit’s office distributes it to a section, a handler and a leader', async () => {
    const page = await open('leadOffice');
    await page
      .getByRole('button', { name: /分到科室/ })
      .first()
      .click();
    await choose(page, /科室/, '公交科');
    await choose(page, /经办人/, 'leadHandler');
    await choose(page, /分管领导/, 'leadLeader');
    await confirm(page, '分到科室');
    await page.getByText('leadHandler').first().waitFor();
    await done(page);
  }, 120_000);

  it('the handler records a contact, the assistant gives its opinion', async () => {
    const page = await open('leadHandler');
    await page
      .getByText(/答复前还须有一次办前沟通/)
      .first()
      .waitFor();
    await page
      .getByRole('button', { name: /记录沟通/ })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    // The rules want a contact before the matter is handled: the page says so, and the form proposes it.
    await dialog.getByTitle('办前', { exact: true }).waitFor();
    await dialog.getByLabel('本单位参加人').fill('公交科 leadHandler');
    await dialog.getByRole('checkbox', { name: /leadProposer/ }).check();
    await dialog.getByLabel('沟通内容').fill('当面听取意见，逐条说明了线网优化的打算。');
    await confirm(page, '记录沟通');
    await page.getByText('当面听取意见').first().waitFor();
    await done(page);

    const assist = await open('assistOffice');
    await assist
      .getByRole('button', { name: /提交会办意见/ })
      .first()
      .click();
    await assist
      .getByRole('dialog')
      .getByLabel('意见', { exact: true })
      .fill('同意主办单位意见，运力可以保障。');
    await assist
      .getByRole('dialog')
      .getByLabel(/联系人/)
      .fill('调度科 19900000002');
    await confirm(assist, '提交会办意见');
    await assist.getByText('运力可以保障').first().waitFor();
    await done(assist);
  }, 180_000);

  it('a reply with an unanswered point cannot be submitted; a complete one can', async () => {
    const page = await open('leadHandler');
    await page
      .getByRole('button', { name: /起草答复/ })
      .first()
      .click();
    await page.getByLabel('对第 1 条的答复').waitFor();
    await page.getByLabel('开头').fill('感谢您对公共交通的关心，现答复如下。');
    await page.getByLabel('对第 1 条的答复').fill('已对全市线网开展评估，六月底前公布优化方案。');
    await page
      .getByRole('group', { name: '第 1 条是否采纳' })
      .or(page.getByRole('radiogroup', { name: '第 1 条是否采纳' }))
      .getByText('采纳', { exact: true })
      .first()
      .click();
    expect(await page.getByRole('button', { name: /送审（还差/ }).count()).toBeGreaterThan(0);
    await page.getByLabel('对第 2 条的答复').fill('早晚高峰增加十二班，五月一日起执行。');
    await page
      .getByRole('group', { name: '第 2 条是否采纳' })
      .or(page.getByRole('radiogroup', { name: '第 2 条是否采纳' }))
      .getByText('采纳', { exact: true })
      .first()
      .click();
    await page.getByRole('group', { name: '办理结果' }).getByRole('radio').first().check();
    await page.getByRole('group', { name: '公开属性' }).getByRole('radio', { name: '主动公开' }).check();
    await page.getByLabel('联系人', { exact: true }).fill('leadHandler');
    await page.getByLabel('联系电话').fill('19900000001');
    await page
      .getByText(/已保存 \d/)
      .first()
      .waitFor({ timeout: 30_000 });
    await page.getByRole('button', { name: '送审', exact: true }).first().click();
    await page
      .getByText(/审核中|待.*审/)
      .first()
      .waitFor({ timeout: 30_000 });
    await done(page);
  }, 180_000);

  it.each(['leadHead', 'leadOffice', 'leadLeader'] as const)(
    '%s clears it at his level',
    async (who) => {
      const page = await open(who);
      await page.getByRole('button', { name: /审核/ }).first().click();
      await page.getByRole('button', { name: '审核通过', exact: true }).first().click();
      await confirm(page, '审核通过');
      await done(page);
    },
    120_000,
  );

  it('the office issues it: number, letter, and the proposer is asked', async () => {
    const page = await open('leadOffice');
    await page.getByRole('button', { name: /签发/ }).first().click();
    await confirm(page, '签发');
    await page
      .getByText(/〔\d{4}〕1号/)
      .first()
      .waitFor();
    await done(page);
  }, 120_000);
});
