/** The office’s day with what comes in: looked at, given to a panel, filed with a number; another declined; two merged. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { handedIn, seatInBoth } from '../support/handed-in.ts';
import { bringTo } from '../support/one-matter.ts';
import { setStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  await seatInBoth(stage.product);
}, 120_000);
afterAll(() => stage.close());

it('a proposal passes both looks and is filed; a suggestion is declined in the words its author reads', async () => {
  const { product } = stage;
  const id = await handedIn(product, 'leadProposer', 'cppcc', '关于在滨河路口增设信号灯的提案', '城市建设');
  const other = await handedIn(product, 'coProposer', 'congress', '关于个人住房问题的建议');
  await product.ask('cppccOffice', 'POST', `/api/intake/organs/${product.place.cppcc}/panels`, {
    body: { name: '城建组', categories: ['城市建设'], memberIds: [product.people['otherProposer']] },
  });

  const office = await stage.open('cppccOffice', '/review');
  await office.getByRole('link', { name: '关于在滨河路口增设信号灯的提案' }).click();
  const press = async (page: typeof office, name: string): Promise<void> => {
    await page.getByRole('banner').first().waitFor();
    await page.locator('main').getByRole('button', { name, exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name, exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
  };
  await office.getByRole('checkbox', { name: '一事一议' }).check();
  await press(office, '审核');
  await office.getByText('已核：一事一议').waitFor();
  await press(office, '分组');

  const member = await stage.open('otherProposer', `/review/${id}`);
  await press(member, '审核');

  await office.reload();
  await press(office, '立案');
  await office.getByRole('link', { name: /^案号 2026\d{4}$/ }).waitFor();

  const congress = await stage.open('congressOffice', `/review/${other}`);
  await congress.locator('main').getByRole('button', { name: '不予立案', exact: true }).click();
  const dialog = congress.getByRole('dialog');
  await dialog.getByRole('combobox').click();
  await congress.keyboard.press('Enter');
  const words = await dialog.getByRole('textbox').last().inputValue();
  expect(words).toContain('关于个人住房问题的建议');
  await congress.keyboard.press('Escape');
  await dialog.getByRole('button', { name: '不予立案', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  const read = await product.ask('coProposer', 'GET', `/api/submissions/${other}`);
  expect((read.body as { decision: { text: string } }).decision.text).toBe(words);
  expect(stage.complaints).toEqual([]);
}, 120_000);

it('two matters are handled as one, and parted again', async () => {
  const { product } = stage;
  const [main, alike] = [await bringTo(product, 'filed'), await bringTo(product, 'filed')];
  const caseNoOf = async (matterId: number): Promise<string> =>
    ((await product.ask('congressOffice', 'GET', `/api/matters/${matterId}`)).body as { caseNo: string })
      .caseNo;
  const page = await stage.open('congressOffice', `/matters/${main.matterId}`);
  await page.getByRole('button', { name: '把其他件并入本件' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').fill(await caseNoOf(alike.matterId));
  await page.getByTitle(new RegExp(await caseNoOf(alike.matterId))).click();
  await page.keyboard.press('Tab');
  await dialog.getByRole('button', { name: '并案', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText('各件案号保留').waitFor();

  await page.goto(`/matters/${alike.matterId}`);
  await page.getByRole('link', { name: `已并入第 ${await caseNoOf(main.matterId)} 号办理` }).waitFor();
  await page.getByRole('button', { name: '撤销并案' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('诉求不同');
  await page.getByRole('dialog').getByRole('button', { name: '撤销并案' }).click();
  await page.getByText('单独办理', { exact: true }).waitFor();
}, 90_000);
