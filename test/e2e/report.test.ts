/** The annual report from its template to the settled paper, as the supervisor does it in the browser. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { docxParagraphs, docxParts } from '#server/platform/documents/read-docx.ts';
import { bringTo } from '../support/one-matter.ts';
import { done, press } from './hands.ts';
import { setStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  await bringTo(stage.product, 'rated');
  await bringTo(stage.product, 'filed');
}, 180_000);
afterAll(() => stage.close());

it('writes itself; a number opens to its rows; people write the problems; settled, it leaves as a paper', async () => {
  const page = await stage.open('supervisor', '/reports');
  await page.getByRole('link', { name: '新建报告' }).click();
  await page.getByLabel('种类').selectOption({ label: '向人大报告（年度）' });
  await page.getByLabel('年', { exact: true }).selectOption('2026');
  await press(page, '生成草稿');
  const standing = page.getByRole('button', { name: /^立案件（.*：2，打开说明/ }).first();
  await standing.click();
  const rows = page.getByRole('dialog').getByRole('link', { name: '打开明细' });
  expect(await rows.getAttribute('href')).toContain('/figures/rows?figure=mattersFiled.standing');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /关\s*闭/ })
    .last()
    .click();
  const problems = page.getByRole('textbox', { name: '存在的问题，第1段' });
  await problems.click();
  await page.keyboard.type('个别件沟通不够。');
  await page.getByText('已自动保存').waitFor();
  await press(page, '定稿');
  await page
    .locator('.ant-modal-confirm')
    .getByRole('button', { name: /定\s*稿/ })
    .click();
  await page.getByRole('button', { name: '重新打开为新稿' }).waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '导出DOCX' }).click(),
  ]);
  const parts = docxParts(new Uint8Array(await readFile(await download.path())));
  const text = docxParagraphs(parts.get('word/document.xml') ?? '')
    .map((one) => one.text)
    .join('');
  expect(text).toContain('现有有效件2件');
  expect(text).toContain('个别件沟通不够。');
  expect(text).toContain('数字出处');
  expect(stage.complaints).toEqual([]);
  await done(page);
}, 120_000);
