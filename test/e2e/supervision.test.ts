/** Supervision by hand, from the ledger to the unit's answer, as the two sides do it in their browsers. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bringTo, type OneMatter } from '../support/one-matter.ts';
import { done, headOfFile } from './hands.ts';
import { setStage, type Stage } from './stage.ts';

let stage: Stage;
let matters: OneMatter[];
beforeAll(async () => {
  stage = await setStage();
  matters = [await bringTo(stage.product, 'signed'), await bringTo(stage.product, 'signed')];
}, 180_000);
afterAll(() => stage.close());

const slips = async () =>
  (
    (await stage.product.ask('supervisor', 'GET', '/api/supervision/urges')).body as {
      items: { unit: { id: number }; state: string }[];
    }
  ).items.filter(({ unit }) => unit.id === stage.product.place.leadUnit);

describe('supervision by hand', () => {
  it('the supervisor urges two matters at once from the ledger', async () => {
    const page = await stage.open('supervisor', `/ledger?unitId=${stage.product.place.leadUnit}`);
    await page.getByRole('checkbox', { name: '全选' }).first().check();
    await page.getByRole('button', { name: '批量催办' }).click();
    const dialog = page.getByRole('dialog', { name: '发催办单' });
    // Both units of both matters owe something; the assisting unit is left alone.
    await dialog
      .getByRole('checkbox', { name: /市公交公司/ })
      .first()
      .waitFor();
    for (const box of await dialog.getByRole('checkbox', { name: /市公交公司/ }).all()) await box.uncheck();
    await dialog.getByRole('button', { name: '发出2份' }).click();
    await page.getByRole('status').filter({ hasText: '已发出2份催办单' }).waitFor();
    await done(page);
    expect((await slips()).map(({ state }) => state)).toEqual(['sent', 'sent']);
  }, 90_000);

  it('the unit’s office finds both on its workbench and acknowledges them', async () => {
    const page = await stage.open('leadOffice', '/');
    const waiting = page.getByRole('region', { name: '催办回执' });
    await waiting.getByRole('link').first().waitFor();
    expect(await waiting.getByRole('link').count()).toBe(2);
    for (const one of matters) {
      await page.goto(`/matters/${one.matterId}`);
      await page.getByText('催办待回执').first().waitFor();
      await page.getByRole('button', { name: '回执', exact: true }).click();
      const dialog = page.getByRole('dialog', { name: '催办回执' });
      await dialog.getByLabel('将如何办理').fill('本周内完成答复。');
      await dialog.getByRole('button', { name: '回执', exact: true }).click();
      await dialog.waitFor({ state: 'hidden' });
      await page.getByText('已回执').first().waitFor();
    }
    await page.goto('/');
    await page.getByRole('heading', { name: '工作台' }).waitFor();
    expect(await page.getByRole('region', { name: '催办回执' }).count()).toBe(0);
    await done(page);
  }, 120_000);

  it('the supervisor sees them acknowledged, with what will be done', async () => {
    const page = await stage.open('supervisor', '/supervision?state=acknowledged');
    await page.getByText('本周内完成答复。').first().waitFor();
    expect(await page.getByText('本周内完成答复。').count()).toBe(2);
    await done(page);
  }, 60_000);

  it('a notice is looked at, issued, and its document fetched', async () => {
    const page = await stage.open('supervisor', '/supervision');
    await page.getByRole('button', { name: '拟督办通知' }).click();
    const dialog = page.getByRole('dialog', { name: '拟督办通知' });
    await dialog.getByLabel('督办单位').click();
    await page.keyboard.type('交通');
    await page.keyboard.press('Enter');
    await dialog.getByRole('checkbox').first().check();
    await dialog.getByLabel('督办要求').fill('请限期办结，并书面反馈。');
    await dialog.getByRole('button', { name: '预览' }).click();
    const pages = page.getByRole('dialog', { name: '预览' });
    await pages.getByRole('img', { name: '第1页' }).waitFor();
    await page.keyboard.press('Escape');
    await pages.waitFor({ state: 'hidden' });
    await dialog.getByRole('button', { name: '印发', exact: true }).click();
    const pdf = page.getByRole('link', { name: 'PDF' });
    await pdf.waitFor();
    expect(await headOfFile(page, await pdf.getAttribute('href'))).toBe('%PDF-');
    await done(page);
  }, 90_000);

  it('the unit acknowledges the notice and reports back; the supervisor settles it', async () => {
    const page = await stage.open('leadOffice', '/');
    await page.getByRole('region', { name: '督办通知' }).getByRole('link').click();
    await page.getByRole('button', { name: '签收', exact: true }).click();
    const say = async (name: RegExp, label: string, text: string, verb: string): Promise<void> => {
      const dialog = page.getByRole('dialog', { name });
      if (text !== '') await dialog.getByLabel(label).fill(text);
      await dialog.getByRole('button', { name: verb, exact: true }).click();
      await dialog.waitFor({ state: 'hidden' });
    };
    await say(/签收/, '签收意见', '', '签收');
    await page.getByRole('button', { name: '反馈落实情况' }).click();
    await say(/反馈落实情况/, '落实情况', '已开工，六月完工。', '反馈落实情况');
    await page.getByText('已反馈').first().waitFor();
    await done(page);
    const office = await stage.open('supervisor', '/supervision?tab=notices');
    await office.getByRole('button', { name: '销号' }).click();
    const dialog = office.getByRole('dialog', { name: /销号/ });
    await dialog.getByText('已开工，六月完工。').waitFor();
    await dialog.getByLabel('销号意见').fill('情况属实。');
    await dialog.getByRole('button', { name: '销号', exact: true }).click();
    await office.getByText('已销号').first().waitFor();
    await done(office);
    expect(stage.complaints).toEqual([]);
  }, 120_000);
});
