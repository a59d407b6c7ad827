/** Before the assignment: units say what they take in a round, the meeting has its list, and receipts follow. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bringTo } from '../support/one-matter.ts';
import { confirm, done, headOfFile, press } from './hands.ts';
import { setStage, type Stage } from './stage.ts';

let stage: Stage;
let roundId = 0;
beforeAll(async () => {
  stage = await setStage();
  const { product } = stage;
  await bringTo(product, 'filed');
  const { congress: organId } = product.place;
  const body = { organId, name: '第一批', note: '', closesAt: '2099-01-01T01:00:00Z', matterIds: null };
  const started = await product.ask('congressOffice', 'POST', '/api/assign-rounds', { body });
  roundId = (started.body as { id: number }).id;
}, 180_000);
afterAll(() => stage.close());

type Proposal = { id: number; unit: { name: string }; role: string; origin: string; answer: string | null };
const proposals = async (): Promise<readonly Proposal[]> => {
  const { body } = await stage.product.ask('congressOffice', 'GET', `/api/assign-rounds/${roundId}/matters`);
  return (body as { items: { proposals: Proposal[] }[] }).items[0]?.proposals ?? [];
};

describe('a round', () => {
  it('the office takes a recommendation and asks the units', async () => {
    const page = await stage.open('congressOffice', `/assign-rounds/${roundId}`);
    await page.getByRole('button', { name: /^采用 / }).click();
    await page.getByText('已拟定1件').waitFor();
    await press(page, '发出征求意见');
    await confirm(page, '发出征求意见');
    await page
      .getByText(/征求意见中/)
      .first()
      .waitFor();
    const taken = await proposals();
    expect(taken[0]).toMatchObject({ unit: { name: '市交通局' }, origin: 'recommended', answer: null });
    await done(page);
  }, 60_000);

  it('the unit says its section and in which part it would have it', async () => {
    const page = await stage.open('leadOffice', `/assign-rounds/${roundId}`, 375);
    await page.getByRole('button', { name: /^同意承办 / }).click();
    await page.getByRole('combobox', { name: '承办科室' }).click();
    await page.getByTitle('公交科', { exact: true }).click();
    await confirm(page, '同意承办');
    await page.getByText('科室：公交科').waitFor();
    expect((await proposals())[0]).toMatchObject({ answer: 'accepted', section: { name: '公交科' } });
    await done(page);
  }, 60_000);

  it('another unit that is to assist says yes too', async () => {
    const page = await stage.open('assistOffice', `/assign-rounds/${roundId}`);
    await page.getByRole('button', { name: /^同意承办 / }).click();
    await confirm(page, '同意承办');
    await expect.poll(async () => (await proposals())[1]?.answer).toBe('accepted');
    await done(page);
  }, 60_000);

  it('the meeting has its list; what was agreed is assigned, and its receipt is there', async () => {
    const page = await stage.open('congressOffice', `/assign-rounds/${roundId}`);
    await press(page, /交办会材料/);
    const list = page.getByRole('menuitem', { name: '按单位 · DOCX' });
    expect(await headOfFile(page, await list.getAttribute('href'))).toMatch(/^PK/);
    await page.keyboard.press('Escape');
    await page.getByRole('checkbox').nth(1).check();
    await press(page, /^正式交办/);
    await page.getByRole('dialog').getByLabel('领办领导').fill('分管副市长');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^交\s?办$/ })
      .click();
    const receipt = page.getByRole('link', { name: '交接单 市交通局 PDF' });
    await receipt.waitFor();
    expect(await headOfFile(page, await receipt.getAttribute('href'))).toBe('%PDF-');
    await done(page);
  }, 60_000);
});

it('complained of nothing', () => {
  expect(stage.complaints).toEqual([]);
});
