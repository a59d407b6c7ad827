/** A unit is merged into another on the set-up pages: what it would move is told, then its duties and history are there. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bringTo, type OneMatter } from '../support/one-matter.ts';
import { choose, confirm, done, press } from './hands.ts';
import { setStage, type Stage } from './stage.ts';

let stage: Stage;
let signed: OneMatter;
let answered: OneMatter;
beforeAll(async () => {
  stage = await setStage();
  answered = await bringTo(stage.product, 'issued');
  signed = await bringTo(stage.product, 'signed');
}, 180_000);
afterAll(() => stage.close());

describe('succession', () => {
  it('says how many duties move before anything is done, then merges the unit', async () => {
    const page = await stage.open('systemAdmin', '/setup/units');
    await press(page, '合并、拆分单位');
    for (const [label, unit] of [
      ['原单位', '市交通局'],
      ['承继单位', '市教育局'],
    ] as const)
      await choose(page, label, unit);
    await page.getByRole('dialog').getByLabel('依据').fill('机构改革方案');
    await press(page, '试算');
    await page.getByText('将转移1件在办任务').waitFor();
    await press(page, '办理');
    await page.getByText(/已转移1件，原单位已撤销/).waitFor();
    await page.getByText('市交通局 → 市教育局').waitFor();

    await page.getByRole('button', { name: /^市教育局.*更多|更多.*市教育局/ }).click();
    await page.getByRole('menuitem', { name: '更名' }).click();
    await page.getByRole('dialog').getByLabel('新名称').fill('市交通教育局');
    await page.getByRole('dialog').getByLabel('依据').fill('机构改革方案');
    await confirm(page, '更名');
    await page.getByText('市教育局 → 市交通教育局').waitFor();
    await done(page);
  }, 60_000);

  it('the ledger of the successor has the duty that went over and what the old unit answered', async () => {
    const { otherUnit } = stage.product.place;
    const page = await stage.open('supervisor', `/ledger?unitId=${otherUnit}`);
    for (const { matterId } of [signed, answered])
      await page.locator(`a[href^="/matters/${matterId}"]`).first().waitFor();
    await done(page);
  }, 60_000);

  it('its desk opens the matter, whose history tells of the change', async () => {
    const page = await stage.open('otherOffice', `/matters/${signed.matterId}`, 375);
    await page.getByText('市交通教育局').first().waitFor();
    await page
      .getByText(/市交通局/)
      .first()
      .waitFor();
    await done(page);
  }, 60_000);

  it('complained of nothing', () => {
    expect(stage.complaints).toEqual([]);
  });
});
