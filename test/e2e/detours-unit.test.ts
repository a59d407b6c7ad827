/** Beside the straight way, by hand in a browser: 退办, many at once, 分办, 移交, points and contacts put right. */
import { Client } from 'pg';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bringTo, type OneMatter } from '../support/one-matter.ts';
import type { CastName } from '../support/product.ts';
import { choose, confirm, done, headOfFile, press } from './hands.ts';
import { setStage, type Stage } from './stage.ts';

type MatterPage = {
  readonly caseNo: string;
  readonly version: number;
  readonly assignments: readonly {
    readonly id: number;
    readonly version: number;
    readonly state: string;
    readonly unit: { readonly id: number };
    readonly handler: { readonly name: string } | null;
  }[];
};

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
}, 300_000);
afterAll(() => stage.close());

const openMatter = (who: CastName, { matterId }: OneMatter): Promise<Page> =>
  stage.open(who, `/matters/${matterId}`);

const readMatter = async ({ matterId }: OneMatter): Promise<MatterPage> =>
  (await stage.product.ask('supervisor', 'GET', `/api/matters/${matterId}`)).body;

const tell = async (who: CastName, path: string, body: unknown): Promise<unknown> => {
  const answer = await stage.product.ask(who, 'POST', path, { body });
  expect(answer.status, answer.text).toBeLessThan(300);
  return answer.body;
};

const units = (page: Page) => page.locator('#assignments');

describe('退办', () => {
  let matter: OneMatter;
  beforeAll(async () => {
    matter = await bringTo(stage.product, 'assigned');
  });

  it('needs the right unit, and the duty that makes it theirs', async () => {
    const page = await openMatter('leadOffice', matter);
    await press(page, '申请退办');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('退办最后一日').waitFor();
    await dialog.getByLabel('退办理由').fill('校车由教育部门管理。');
    const send = dialog.getByRole('button', { name: '申请退办', exact: true });
    await send.click();
    await dialog.getByText('请选择单位').waitFor();
    await choose(page, '应办单位', '市教育局');
    await send.click();
    await expect.poll(() => dialog.getByText('请选择单位').count()).toBe(0);
    await dialog.getByText('请填写此项').waitFor();
    await dialog.getByLabel('职责依据').fill('市教育局“三定”规定第二条');
    await confirm(page, '申请退办');
    await units(page).getByText('待交办机关裁定').waitFor();
    expect(await page.getByRole('button', { name: '申请退办' }).count()).toBe(0);
    await done(page);
  }, 60_000);

  it('is decided with the words of the unit in view; the named unit has it in one step', async () => {
    const page = await openMatter('supervisor', matter);
    await press(page, '裁定退办');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('市教育局“三定”规定第二条').waitFor();
    await dialog.getByText('校车由教育部门管理。').waitFor();
    expect(await dialog.getByRole('radio', { name: '同意退办，改由应办单位办理' }).isChecked()).toBe(true);
    await dialog.getByRole('button', { name: '作出裁定' }).click();
    await dialog.getByText('请填写此项').waitFor();
    await dialog.getByLabel('裁定说明').fill('属教育部门职责，同意。');
    await confirm(page, '作出裁定');
    await units(page).getByRole('heading', { name: '市教育局' }).waitFor();
    await units(page).getByText('曾经承办（1）').click();
    await units(page).getByText('属教育部门职责，同意。').waitFor();
    await done(page);
  }, 60_000);

  it('leaves the first unit nothing to do, and the named unit signs', async () => {
    const first = await stage.open('leadOffice', '/notices');
    await first.getByText('退办已同意').first().waitFor();
    await first.goto(`/matters/${matter.matterId}`);
    await first.getByText('没有找到', { exact: true }).waitFor();
    for (const verb of ['签收', '申请退办', '分到科室', '起草答复'])
      expect(await first.getByRole('button', { name: verb, exact: true }).count()).toBe(0);
    await done(first);
    const second = await openMatter('otherOffice', matter);
    await press(second, '签收');
    await units(second).getByText('已签收').first().waitFor();
    await done(second);
  }, 60_000);

  it('shows the days on which no unit had it', async () => {
    const owner = new Client({ connectionString: stage.product.database.ownerUrl });
    await owner.connect();
    // As if the first unit had asked three days earlier.
    await owner.query(
      `update assignment set assigned_on = assigned_on - 3, hand_back_requested_on = hand_back_requested_on - 3 where id = $1`,
      [matter.leadDuty],
    );
    await owner.end();
    const page = await openMatter('supervisor', matter);
    await page.getByText('无主天数', { exact: true }).first().waitFor();
    await page.getByText('3 天', { exact: true }).first().waitFor();
    await done(page);
  }, 60_000);
});

describe('many at once', () => {
  let matters: readonly OneMatter[];
  let names: readonly string[];
  const select = async (page: Page, caseNos: readonly string[]): Promise<void> => {
    for (const caseNo of caseNos)
      await page.getByRole('checkbox', { name: new RegExp(`^选择 ${caseNo} `) }).check();
  };
  const rowsOf = async (page: Page): Promise<number> => {
    const shown = await page.locator('tbody tr').allTextContents();
    return shown.filter((row) => names.some((caseNo) => row.includes(caseNo))).length;
  };
  beforeAll(async () => {
    matters = [
      await bringTo(stage.product, 'filed'),
      await bringTo(stage.product, 'filed'),
      await bringTo(stage.product, 'filed'),
    ];
    names = await Promise.all(matters.map(async (one) => (await readMatter(one)).caseNo));
  });

  it('批量交办: one plan for all; what somebody else assigned meanwhile is named with the reason', async () => {
    const page = await stage.open('supervisor', '/ledger?stage=filed');
    await select(page, names);
    await page.getByText('已选 3 件').waitFor();
    await press(page, '批量交办');
    await choose(page, '主办单位', '市交通局');
    await page.getByRole('dialog').getByLabel('责任领导').fill('分管市长');
    const [taken] = matters;
    await stage.product.ask('supervisor', 'POST', `/api/matters/${taken?.matterId}/assign`, {
      version: 1,
      body: { duties: [{ unitId: stage.product.place.leadUnit, role: 'sole' }], responsibleLeader: '市长' },
    });
    await page.getByRole('dialog').getByRole('button', { name: '交办 3 件' }).click();
    const outcome = page.getByRole('dialog', { name: '交办结果' });
    await outcome.getByText('已交办 2 件，未能交办 1 件。').waitFor();
    await outcome
      .getByText(names[0] ?? '', { exact: false })
      .first()
      .waitFor();
    await outcome.getByRole('button', { name: '关闭' }).last().click();
    await outcome.waitFor({ state: 'hidden' });
    await done(page);
  }, 60_000);

  it('批量签收: the unit signs for all it selected', async () => {
    const page = await stage.open('leadOffice', '/ledger?stage=assigned');
    await select(page, names);
    await press(page, '批量签收');
    await page.getByText('已签收 3 件').waitFor();
    await expect.poll(() => rowsOf(page)).toBe(0);
    await done(page);
    const duties = (await Promise.all(matters.map(readMatter))).flatMap(({ assignments }) => assignments);
    expect(duties.map(({ state }) => state)).toEqual(['signed', 'signed', 'signed']);
  }, 60_000);
});

describe('分办', () => {
  it('needs two units, and each replies in a place of its own', async () => {
    const matter = await bringTo(stage.product, 'filed');
    const page = await openMatter('supervisor', matter);
    await press(page, '交办');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: /^分办/ }).check();
    await dialog.getByLabel('责任领导').fill('分管市长');
    await choose(page, '分办单位', '市交通局');
    // Tab leaves the field with what was chosen in it.
    await page.keyboard.press('Tab');
    await dialog.getByRole('button', { name: '交办', exact: true }).click();
    await dialog.getByText('未能办理').waitFor();
    await dialog
      .getByText(/^分办至少要有两个单位/)
      .first()
      .waitFor();
    await choose(page, '分办单位', '市教育局');
    await dialog.getByText('方案可以交办。').waitFor();
    await page.keyboard.press('Tab');
    await confirm(page, '交办');
    for (const unit of ['市交通局', '市教育局'])
      await units(page).getByRole('heading', { name: unit }).waitFor();
    await done(page);

    for (const duty of (await readMatter(matter)).assignments) {
      const who = duty.unit.id === stage.product.place.leadUnit ? 'leadOffice' : 'otherOffice';
      const signed = await stage.product.ask(who, 'POST', `/api/assignments/${duty.id}/sign-for`, {
        version: duty.version,
      });
      expect(signed.status, signed.text).toBe(200);
      if (who === 'otherOffice') await tell(who, `/api/assignments/${duty.id}/replies`, {});
    }
    const lead = await openMatter('leadOffice', matter);
    await press(lead, '起草答复');
    await lead.getByRole('heading', { level: 1, name: '市交通局的答复' }).waitFor();
    await lead.goto(`/matters/${matter.matterId}`);
    const own = lead.locator('#replies');
    await own.getByRole('heading', { name: '市交通局' }).waitFor();
    // The draft of the other unit stays its own until it is issued.
    expect(await own.getByRole('heading', { name: '市教育局' }).count()).toBe(0);
    await done(lead);
    const all = await openMatter('supervisor', matter);
    for (const unit of ['市交通局', '市教育局'])
      await all.locator('#replies').getByRole('heading', { name: unit }).waitFor();
    expect(await all.locator('#replies').getByText('签发前，稿件只对本单位开放。').count()).toBe(2);
    await done(all);
  }, 90_000);
});

describe('诉求', () => {
  it('are added, moved, joined and saved by hand; none at all is refused', async () => {
    const matter = await bringTo(stage.product, 'filed');
    const page = await openMatter('congressOffice', matter);
    await press(page, '调整诉求');
    const dialog = page.getByRole('dialog');
    const point = (no: number) => dialog.getByRole('textbox', { name: `第 ${no} 条`, exact: true });
    await press(page, '删除第 2 条');
    await press(page, '删除第 1 条');
    await dialog.getByRole('button', { name: /^保存/ }).click();
    await dialog.getByText('至少要有一条诉求。').waitFor();
    for (const [no, text] of [
      [1, '优化线网'],
      [2, '增加班次'],
      [3, '增设候车亭'],
    ] as const) {
      await press(page, '添加一条');
      await point(no).fill(text);
    }
    await press(page, '第 3 条上移');
    expect(await point(2).inputValue()).toBe('增设候车亭');
    await press(page, '第 3 条并入上一条');
    expect(await point(2).inputValue()).toBe('增设候车亭\n增加班次');
    await confirm(page, '保存 2 条');
    const saved = page.locator('#points').getByRole('listitem');
    await saved.nth(1).getByText('增设候车亭').waitFor();
    expect(await saved.count()).toBe(2);
    await done(page);
  }, 60_000);
});

describe('沟通', () => {
  it('is recorded with its papers; a file that is not what it says is refused', async () => {
    const matter = await bringTo(stage.product, 'signed');
    const page = await openMatter('leadHandler', matter);
    const required = page.getByText(/答复前还须有一次办前沟通/);
    await required.first().waitFor();
    await press(page, '记录沟通');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('本单位参加人').fill('公交科 leadHandler');
    await dialog.getByRole('checkbox', { name: /leadProposer/ }).check();
    await dialog.getByLabel('沟通内容').fill('上门走访，签字确认。');
    const put = (name: string, text: string) =>
      dialog
        .locator('input[type=file]')
        .setInputFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from(text) });
    await put('走访记录.pdf', 'MZ not a document');
    await dialog.getByRole('alert').first().waitFor();
    await put('走访记录.pdf', '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
    await dialog.getByText('走访记录.pdf').waitFor();
    await confirm(page, '记录沟通');
    const link = page.locator('#contacts').getByRole('link', { name: '走访记录.pdf' });
    await link.waitFor();
    expect(await headOfFile(page, await link.getAttribute('href'))).toBe('%PDF-');
    await expect.poll(() => required.count()).toBe(0);

    await press(page, '作废');
    await dialog.getByRole('button', { name: '作废', exact: true }).click();
    await dialog.getByText('请写明理由').waitFor();
    await dialog.getByLabel('理由').fill('记在了别的件上。');
    await confirm(page, '作废');
    await page.getByText(/leadHandler 于 .* 作废：记在了别的件上。/).waitFor();
    await link.waitFor();
    await required.first().waitFor();
    await done(page);
  }, 60_000);
});

describe('交办单', () => {
  it('comes from the head of the page as PDF and as Word', async () => {
    const page = await openMatter('supervisor', await bringTo(stage.product, 'assigned'));
    await press(page, /交办单/);
    const link = (name: string) => page.getByRole('menuitem', { name });
    await link('PDF（打印）').waitFor();
    expect(await headOfFile(page, await link('PDF（打印）').getAttribute('href'))).toBe('%PDF-');
    expect(await headOfFile(page, await link('Word 文档（.docx）').getAttribute('href'))).toMatch(/^PK/);
    await done(page);
  }, 60_000);
});

describe('移交全部事项', () => {
  it('gives all that one handler has to another, in one step', async () => {
    const drafting = await bringTo(stage.product, 'drafting');
    const matters = [await bringTo(stage.product, 'signed'), drafting];
    const handlers = async (): Promise<readonly (string | undefined)[]> =>
      Promise.all(
        matters.map(async (one) => {
          const page = await readMatter(one);
          return page.assignments.find((duty) => duty.id === one.leadDuty)?.handler?.name;
        }),
      );
    expect(await handlers()).toEqual(['leadHandler', 'leadHandler']);
    const page = await stage.open('leadOffice', '/workbench');
    await press(page, '移交全部事项');
    await choose(page, '现经办人', 'leadHandler');
    await choose(page, '移交给', 'leadColleague');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '移交全部事项' }).click();
    await dialog.getByText('请填写此项').waitFor();
    await dialog.getByLabel('移交原因').fill('调岗');
    await dialog.getByRole('button', { name: '移交全部事项' }).click();
    // With the matter of the contacts above, three are in hand.
    await page.getByText('已移交 3 件，未能移交 0 件。').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: '关闭' }).last().click();
    await done(page);
    expect(await handlers()).toEqual(['leadColleague', 'leadColleague']);
    const colleague = await openMatter('leadColleague', drafting);
    await colleague.locator('#replies').getByRole('button', { name: '继续写' }).waitFor();
    await done(colleague);
    const handler = await stage.open('leadHandler', '/workbench');
    await handler.getByText('没有待办事项').waitFor();
    expect(await handler.getByRole('button', { name: '移交全部事项' }).count()).toBe(0);
    await done(handler);
  }, 90_000);
});

it('left no complaint in any page', () => {
  expect(stage.complaints).toEqual([]);
});
