/** Beside the straight way of a reply, by hand in a browser: sent back, compared, previewed, written by two at once. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bringTo, type OneMatter } from '../support/one-matter.ts';
import type { CastName } from '../support/product.ts';
import { confirm, done, headOfFile, press } from './hands.ts';
import { setStage, type Stage } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
}, 300_000);
afterAll(() => stage.close());

const openMatter = (who: CastName, { matterId }: OneMatter): Promise<Page> =>
  stage.open(who, `/matters/${matterId}`);
const openEditor = (who: CastName, { matterId, replyId }: OneMatter): Promise<Page> =>
  stage.open(who, `/matters/${matterId}/replies/${replyId}`);

const isSaved = (page: Page): Promise<void> =>
  page
    .getByText(/已保存 \d/)
    .first()
    .waitFor({ timeout: 30_000 });

describe('退回修改', () => {
  let matter: OneMatter;
  const reason = '第二条没有写明车次时间，请补充。';
  beforeAll(async () => {
    matter = await bringTo(stage.product, 'inReview');
    const page = await openEditor('leadHead', matter);
    await press(page, '审核通过');
    await confirm(page, '审核通过');
    await done(page);
  }, 60_000);

  it('goes from the unit’s office back to the drafter, with the reason', async () => {
    const page = await openMatter('leadOffice', matter);
    await press(page, '审核答复');
    await press(page, '退回修改');
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByRole('radio', { name: '经办人' }).isChecked()).toBe(true);
    await dialog.getByRole('button', { name: '退回修改' }).click();
    await dialog.getByText('请填写此项').waitFor();
    await dialog.getByLabel('修改意见').fill(reason);
    await confirm(page, '退回修改');
    await expect.poll(() => page.getByRole('button', { name: '审核通过' }).count()).toBe(0);
    await done(page);
  }, 60_000);

  it('stands above the text with its reason until the drafter has changed it and submits again', async () => {
    const page = await openMatter('leadHandler', matter);
    await press(page, '继续写答复');
    const note = page.getByRole('note');
    await note.getByText(reason).waitFor();
    expect(await note.textContent()).toContain('leadOffice 退回修改');
    await page.getByLabel('对第 2 条的答复').fill('早晚高峰各增加六班，五月一日起执行。');
    await isSaved(page);
    await press(page, '送审');
    await page.getByText('已送审').first().waitFor();
    await expect.poll(() => page.getByRole('button', { name: '送审', exact: true }).count()).toBe(0);
    await done(page);
  }, 60_000);

  it('can be seen in the versions: what went, what came', async () => {
    const page = await openEditor('leadHead', matter);
    await press(page, '版本对比');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('1 处不同').waitFor();
    const text = async (tag: 'ins' | 'del'): Promise<string> =>
      (await dialog.locator(tag).allTextContents()).join('');
    expect(await text('ins')).toContain('高峰');
    expect(await text('del')).toContain('今年计划');
    await done(page);
  }, 60_000);
});

describe('before it is issued', () => {
  it('the letter is seen page by page, and comes as PDF and as Word', async () => {
    const page = await openMatter('leadOffice', await bringTo(stage.product, 'cleared'));
    await press(page, '预览答复函');
    const dialog = page.getByRole('dialog', { name: '答复函预览' });
    const first = dialog.getByRole('img', { name: /^答复函第 1 页/ });
    await first.waitFor({ timeout: 60_000 });
    expect(await first.getAttribute('src')).toMatch(/^data:image\/svg\+xml/);
    // A picture that the page’s policy or a fault in the drawing kept away has no width.
    await expect
      .poll(() => page.evaluate<number>(`document.querySelector('[role="dialog"] img').naturalWidth`))
      .toBeGreaterThan(300);
    const address = (name: string) => dialog.getByRole('link', { name }).getAttribute('href');
    expect(await headOfFile(page, await address('下载 PDF'))).toBe('%PDF-');
    expect(await headOfFile(page, await address('下载 Word'))).toMatch(/^PK/);
    await done(page);
  }, 90_000);
});

describe('two at one draft', () => {
  it('the second is told, sees both texts, and loses nothing', async () => {
    const matter = await bringTo(stage.product, 'drafting');
    const [first, second] = [await openEditor('leadOffice', matter), await openEditor('leadHandler', matter)];
    await second.getByLabel('开头').waitFor();
    await first.getByLabel('开头').fill('办公室写的开头。');
    await first.getByLabel('对第 1 条的答复').fill('办公室写的第一条。');
    await isSaved(first);
    await second.getByLabel('开头').fill('经办人写的开头。');
    const dialog = second.getByRole('dialog', { name: '他人同时修改了这份答复' });
    await dialog.waitFor({ timeout: 30_000 });
    const part = (name: string) => dialog.getByRole('radiogroup', { name });
    await part('开头').getByText('办公室写的开头。').waitFor();
    await part('开头').getByText('经办人写的开头。').waitFor();
    // It cannot be waved away: without a choice one text would be lost.
    await second.keyboard.press('Escape');
    expect(await dialog.isVisible()).toBe(true);
    // What the other alone has changed stays his, what this one typed stays hers.
    expect(
      await part('开头')
        .getByRole('radio', { name: /经办人写的开头/ })
        .isChecked(),
    ).toBe(true);
    expect(
      await part('对第 1 条的答复')
        .getByRole('radio', { name: /办公室写的第一条/ })
        .isChecked(),
    ).toBe(true);
    await dialog.getByRole('button', { name: '按所选继续' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await second.getByLabel('开头').inputValue()).toBe('经办人写的开头。');
    await isSaved(second);
    await second.reload();
    await second.getByLabel('开头').waitFor();
    expect(await second.getByLabel('开头').inputValue()).toBe('经办人写的开头。');
    expect(await second.getByLabel('对第 1 条的答复').inputValue()).toBe('办公室写的第一条。');
    await Promise.all([done(first), done(second)]);
  }, 90_000);
});

it('left no complaint in any page', () => {
  expect(stage.complaints).toEqual([]);
});
