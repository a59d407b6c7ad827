/** Figures by hand: from a rate to its rows, to the matter; a table by two dimensions; figures frozen and compared. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bringTo, type OneMatter } from '../support/one-matter.ts';
import { done } from './hands.ts';
import { setStage, type Stage } from './stage.ts';

let stage: Stage;
let issued: OneMatter;
beforeAll(async () => {
  stage = await setStage();
  issued = await bringTo(stage.product, 'issued');
  await bringTo(stage.product, 'signed');
}, 180_000);
afterAll(() => stage.close());

describe('figures by hand', () => {
  it('the supervisor opens a rate to its rows, and a row to the entry of the journal that put it there', async () => {
    const page = await stage.open('supervisor', '/figures');
    const line = page.getByRole('row').filter({ hasText: '办复率' }).first();
    await line.getByRole('link').first().waitFor();
    const shown = await line.getByRole('link').first().textContent();
    await line.getByText('怎么算的', { exact: true }).click();
    await line.getByText(/分子：.*分母：/).waitFor();
    await line.getByRole('link').first().click();
    await page.getByRole('heading', { name: /办复率.*的明细/ }).waitFor();
    await page.getByText(String(shown).replace('（打开明细）', '').trim(), { exact: true }).waitFor();
    const rows = page.getByRole('row').filter({ has: page.getByRole('link', { name: /记录第\d+条/ }) });
    await rows.first().waitFor();
    expect(await rows.count()).toBe(1);
    await rows.getByRole('link', { name: /记录第\d+条/ }).click();
    await page.waitForURL(`**/matters/${issued.matterId}?entry=*`);
    await page.locator('#timeline li[aria-current]').waitFor();
    await done(page);
  }, 90_000);

  it('two dimensions are crossed; a cell opens to its rows', async () => {
    const page = await stage.open('supervisor', '/figures/cross?figure=assignments&rows=unit&columns=role');
    const table = page.getByRole('table', { name: /×/ });
    await table.waitFor();
    const total = await table.getByRole('row').last().getByRole('link').last().textContent();
    expect(total).toMatch(/^[1-9]/);
    await page.getByRole('img', { name: /的图/ }).locator('svg').waitFor();
    await table.getByRole('row').nth(1).getByRole('link').first().click();
    await page.getByRole('heading', { name: /的明细/ }).waitFor();
    expect(new URL(page.url()).searchParams.get('role')).not.toBeNull();
    await done(page);
  }, 90_000);

  it('figures are frozen; what came since opens to the matter that moved them', async () => {
    const page = await stage.open('supervisor', '/figures/frozen');
    await page.getByRole('button', { name: '封存统计' }).first().click();
    const dialog = page.getByRole('dialog', { name: '封存统计' });
    await dialog.getByLabel('名称').fill('年中报告');
    await dialog.getByRole('button', { name: '封存统计' }).click();
    await page.getByRole('heading', { name: '年中报告' }).waitFor();
    await page.getByText('与记录中的哈希值一致').waitFor();
    await page.getByText('签名有效').waitFor();
    await page.getByText('当时的口径').first().click();
    await page.getByText(/计数：收到的来件（/).waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载签名文件' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('年中报告.jsonl');
    await bringTo(stage.product, 'signed');
    await page.reload();
    const line = page.getByRole('row').filter({ hasText: '承办任务' }).filter({ hasText: '增2' }).first();
    await line.getByRole('link', { name: /增2/ }).click();
    await page.getByRole('heading', { name: /变动的明细/ }).waitFor();
    await page.getByRole('row').filter({ hasText: '进入' }).first().waitFor();
    expect(await page.getByRole('row').filter({ hasText: '进入' }).count()).toBe(2);
    await done(page);
    expect(stage.complaints).toEqual([]);
  }, 90_000);
});
