/** The year's catalogue comes in by screen: read, corrected, matched, confirmed, brought up to date, given back. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWork } from '#server/cli/work.ts';
import { sampleWorkbook } from '../support/workbook-samples/catalogue-samples.ts';
import { setStage, type Stage } from './stage.ts';

let stage: Stage;
let worker: Awaited<ReturnType<typeof startWork>>;
let page: Page;

beforeAll(async () => {
  stage = await setStage();
  worker = await startWork({
    appUrl: stage.product.database.appUrl,
    fieldKey: '5a'.repeat(32),
    log: (level, message) => stage.complaints.push(`${level}: ${message}`),
  });
  page = await stage.as('supervisor');
}, 300_000);
afterAll(async () => {
  await worker.stop();
  await stage.close();
});

type Line = readonly (string | number | null)[];

const lines = {
  bus: [1, '20269001', '关于优化公交线网的建议', 'leadProposer', '交通出行', '市交通局', '市公交公司'],
  school: [2, '20269002', '关于增设护学岗的建议', 'coProposer', '教育科技', '市教体局', null],
  stranger: [3, '20269003', '关于修缮老码头的建议', '林溪', '城乡建设', '市交通局', null],
  untitled: [4, '20269004', null, 'leadProposer', '城乡建设', '市交通局', null],
} as const satisfies Record<string, Line>;

/** A title line, a heading of two levels with merged cells, a total at the end. */
const catalogue = (name: string, rows: readonly Line[]) => ({
  name,
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer: Buffer.from(
    sampleWorkbook(
      [
        {
          name: '交办目录',
          cells: [
            ['试验市第十五届人民代表大会第五次会议代表建议交办目录', null, null, null, null, null, null],
            ['序号', '建议编号', '建议标题', '领衔代表', '归口线', '承办单位', null],
            [null, null, null, null, null, '主办', '会办'],
            ...rows,
            ['合计', `${rows.length}件`, null, null, null, null, null],
          ],
          merges: ['A1:G1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:E3', 'F2:G2'],
        },
      ],
      'xlsx',
    ),
  ),
});

const upload = async (file: ReturnType<typeof catalogue>): Promise<void> => {
  await page.goto('/import');
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: '上传并核对' }).click();
  await page.getByRole('heading', { name: file.name }).waitFor();
};

const step = (name: string): Promise<void> =>
  page.getByRole('navigation', { name: '导入的步骤' }).getByRole('link', { name }).click();

/** The row of the preview that stands in that line of the sheet. */
const row = (line: number) =>
  page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ hasText: `第 ${line} 行` });

const rowSays = async (line: number, ...words: readonly (string | RegExp)[]): Promise<void> => {
  for (const word of words) await row(line).getByText(word).first().waitFor();
};

const outcomes = async (): Promise<Record<string, string>> => {
  const chips = await page.getByRole('group', { name: '按结果筛选' }).getByRole('button').allInnerTexts();
  return Object.fromEntries(
    chips.map((text) => [text.replace(/[\d\s]/g, ''), text.replace(/\D/g, '')] as const),
  );
};

/** Opens a select by its label and takes an option. */
const choose = async (label: string | RegExp, option: string): Promise<void> => {
  await page.getByRole('combobox', { name: label }).click();
  await page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
    .filter({ hasText: new RegExp(`^\\s*${option}`) })
    .first()
    .click();
};

const meaningOf = (column: string): Promise<string> =>
  page
    .getByRole('row')
    .filter({ hasText: column })
    .locator('.ant-select')
    .innerText()
    .then((text) => text.trim());

const confirm = async (leader: string, soundRowsOnly = false): Promise<void> => {
  await page.getByRole('button', { name: '确认导入…' }).click();
  const dialog = page.getByRole('dialog');
  if (soundRowsOnly) await dialog.getByRole('checkbox', { name: /只导入无误的行/ }).check();
  await dialog.getByLabel('责任领导').fill(leader);
  await dialog.getByRole('button', { name: '确认导入', exact: true }).click();
  await page.getByRole('heading', { name: /导入完成/ }).waitFor();
};

/** A figure of the result page: how many were filed, assigned, left out. */
const figure = (name: string): Promise<string> =>
  page.locator('dl > div').filter({ hasText: name }).locator('dd').first().innerText();

describe('a catalogue', () => {
  const first = catalogue('交办目录.xlsx', Object.values(lines));

  it('is read: title line, merged heading of two levels, total line', async () => {
    await upload(first);
    await step('识别结果');
    await page.getByText('第 2 至 3 行').waitFor();
    await page.getByText('试验市第十五届人民代表大会第五次会议代表建议交办目录').waitFor();
    expect(await meaningOf('承办单位/主办')).toBe('主办单位');
    expect(await meaningOf('承办单位/会办')).toBe('会办单位');
    expect(await meaningOf('归口线')).toBe('不导入');
  });

  it('a column is given its meaning by hand', async () => {
    await choose(/归口线/, '类别');
    await page.getByRole('button', { name: '重新核对' }).click();
    await page.getByText('已重新核对').waitFor();
    expect(await meaningOf('归口线')).toBe('类别');
  });

  it('says of every row what would become of it, with the reason and the cell', async () => {
    await step('预览与确认');
    await row(4).waitFor();
    expect(await outcomes()).toEqual({ 全部: '4', 新增: '1', 无变化: '0', 有变化: '0', 有错误: '3' });
    await rowSays(4, '新增', '交通出行', '市公交公司');
    await rowSays(5, '有错误', /F5/, /市教体局/);
    await rowSays(6, '有错误', /D6/, /林溪/);
    await rowSays(7, '有错误', /C7/);
  });

  it('an unknown unit is matched, an unknown proposer made, only on a decision', async () => {
    await step('单位与人员');
    const unit = page.getByRole('listitem').filter({ hasText: '市教体局' });
    await unit.getByRole('combobox').click();
    await page.locator('.ant-select-item-option').filter({ hasText: '市教育局' }).first().click();
    await page.getByRole('button', { name: /人员/ }).click();
    await page.getByRole('radio', { name: '新建为提出人' }).check();
    await page.getByRole('button', { name: /应用 2 项/ }).click();
    await page.getByText('单位和人员都对上了').waitFor();
    await step('预览与确认');
    await expect.poll(outcomes).toEqual({ 全部: '4', 新增: '3', 无变化: '0', 有变化: '0', 有错误: '1' });
  });

  it('is confirmed: wrong rows stay out, the sound ones are filed and assigned', async () => {
    await page.getByRole('button', { name: '确认导入…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '确认导入', exact: true }).click();
    await dialog.getByText('随即交办须写明责任领导').waitFor();
    await dialog.getByText(/改好后重新上传，或勾选/).waitFor();
    await dialog.getByRole('button', { name: /取\s*消/ }).click();
    await confirm('分管市长', true);
    expect(await figure('新增')).toBe('3');
    expect(await figure('交办')).toBe('3');
    expect(await figure('未导入')).toBe('1');
  });

  it('the same file again: layout and names are remembered, nothing changes', async () => {
    await upload(first);
    await row(4).waitFor();
    expect(await outcomes()).toEqual({ 全部: '4', 新增: '0', 无变化: '3', 有变化: '0', 有错误: '1' });
    await page.getByText('没有需要写入的内容').waitFor();
    expect(await page.getByRole('button', { name: '确认导入…' }).count()).toBe(0);
    await step('识别结果');
    await page.getByText('沿用了上次确认的对应').waitFor();
    expect(await meaningOf('归口线')).toBe('类别');
  });

  it('a changed file shows the changed fields, and brings the matters up to date', async () => {
    const renamed = [...lines.bus.slice(0, 2), '关于优化公交线网和班次的建议', ...lines.bus.slice(3)];
    await upload(catalogue('交办目录（更正）.xlsx', [renamed, lines.school, lines.stranger]));
    await row(4).waitFor();
    expect(await outcomes()).toEqual({ 全部: '3', 新增: '0', 无变化: '2', 有变化: '1', 有错误: '0' });
    const change = row(4).getByRole('list', { name: '将更新' });
    expect(await change.locator('del').innerText()).toBe('关于优化公交线网的建议');
    expect(await change.locator('ins').innerText()).toBe('关于优化公交线网和班次的建议');
    await confirm('分管市长');
    expect(await figure('更新')).toBe('1');
    await page.getByRole('button', { name: '在台账中查看' }).click();
    await page.getByText('关于优化公交线网和班次的建议').first().waitFor();
  });

  it('what the ledger exports, the import takes back as the same', async () => {
    await page.goto('/ledger');
    await page.getByText('关于增设护学岗的建议').first().waitFor();
    await page.getByRole('button', { name: /导出/ }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: /xlsx|Excel/i }).click(),
    ]);
    const buffer = await readFile(await download.path());
    await upload({ ...first, name: '台账.xlsx', buffer });
    await row(2).waitFor();
    expect(await outcomes()).toEqual({ 全部: '3', 新增: '0', 无变化: '3', 有变化: '0', 有错误: '0' });
  });
});

it('the pages complained of nothing', () => {
  expect(stage.complaints).toEqual([]);
});
