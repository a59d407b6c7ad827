/** From an empty start to the first clerk at work: by screen, and by workbooks for what is long. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { TOTP } from 'otpauth';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '#server/cli/serve.ts';
import { readConfig } from '#server/platform/config.ts';
import { writeWorkbook } from '#server/platform/workbook/write-workbook.ts';
import { launchBrowser } from '../support/browser.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

const adminPassword = 'Harbour-Lantern-71';
const clerkPassword = 'River-Meadow-58';

let database: TestDatabase;
let home: string;
let running: Awaited<ReturnType<typeof serve>>;
let browser: Browser;
let base = '';
let token = '';
let page: Page;
const complaints: string[] = [];

const visit = async (): Promise<{ page: Page; context: BrowserContext }> => {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    baseURL: base,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  const opened = await context.newPage();
  opened.on('pageerror', (fault) => complaints.push(`${opened.url()}: ${fault.message}`));
  return { page: opened, context };
};

beforeAll(async () => {
  database = await freshDatabase();
  home = await mkdtemp(path.join(tmpdir(), 'luoshi-set-up-'));
  const said: string[] = [];
  const env = { PORT: '0', LUOSHI_HOME: home, DATABASE_URL: database.ownerUrl, LUOSHI_LOG: 'error' };
  running = await serve(readConfig(env, ['--no-demo']), (_, en) => said.push(en), {
    worker: true,
    attach: false,
  });
  token = /token \(single use, 24 hours\): (\S+)/.exec(said.join('\n'))?.[1] ?? '';
  base = /ready: (\S+)/.exec(said.join('\n'))?.[1] ?? '';
  browser = await launchBrowser();
  page = (await visit()).page;
}, 300_000);
afterAll(async () => {
  await browser.close();
  await running.stop();
  await rm(home, { recursive: true, force: true });
  await database.drop();
});

/** The form that is open; a person’s drawer beside the list is none. */
const dialog = (): Locator => page.locator('.ant-modal[role="dialog"]').last();

const press = (name: string | RegExp): Promise<void> =>
  page
    .getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })
    .first()
    .click();

/** Confirms the open dialog and waits until the server has agreed. */
const agree = async (verb: string): Promise<void> => {
  const open = dialog();
  await open.getByRole('button', { name: verb, exact: true }).click();
  await open.waitFor({ state: 'hidden' });
};

const choose = async (label: string, option: string): Promise<void> => {
  await dialog().getByRole('combobox', { name: label, exact: true }).click();
  await page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
    .filter({ hasText: option })
    .first()
    .click();
};

const fill = async (entries: Readonly<Record<string, string>>): Promise<void> => {
  for (const [label, text] of Object.entries(entries))
    await dialog().getByLabel(label, { exact: true }).fill(text);
};

const signIn = async (on: Page, username: string, password: string): Promise<void> => {
  await on.getByLabel('用户名').fill(username);
  await on.getByLabel('密码', { exact: true }).fill(password);
  await on.getByRole('button', { name: '登录', exact: true }).click();
};

const importTable = async (
  kind: 'units' | 'people',
  header: readonly string[],
  rows: readonly (readonly (string | null)[])[],
): Promise<void> => {
  await page.goto(`/setup/import?kind=${kind}`);
  const buffer = Buffer.from(await writeWorkbook([{ name: '名单', header, rows }]));
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await page.locator('input[type=file]').setInputFiles({ name: `${kind}.xlsx`, mimeType, buffer });
  await press('上传并核对');
  await press('确认导入…');
  await dialog().getByRole('button', { name: '确认导入', exact: true }).click();
  await page.getByRole('heading', { name: /导入完成/ }).waitFor();
};

describe('the first administrator', () => {
  it('comes in with the token of the first start, once', async () => {
    expect(token).not.toBe('');
    await page.goto('/first-administrator');
    await page.getByLabel('一次性令牌').fill(token);
    await page.getByLabel('姓名').fill('管理甲');
    await page.getByLabel('用户名').fill('admin');
    await page.getByLabel('密码', { exact: true }).fill('12345678');
    await press('创建');
    await page.getByText('密码须包含').waitFor();
    await page.getByLabel('密码', { exact: true }).fill(adminPassword);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '登录' }).waitFor();
    const body = { token, name: '管理乙', username: 'second', password: adminPassword };
    const again = await page.request.post('/api/first-administrator', {
      data: body,
      headers: { 'idempotency-key': 'second-use-of-the-token' },
    });
    expect(again.status()).toBe(403);
    expect(await again.json()).toMatchObject({ code: 'one-time-token-dead' });
  });

  it('sets up an authenticator before anything else', async () => {
    await signIn(page, 'admin', adminPassword);
    await page.getByRole('heading', { name: '绑定动态口令' }).waitFor();
    await press('开启');
    const secret = (await page.locator('code').first().innerText()).replaceAll(' ', '');
    await page.getByLabel('验证码').fill(new TOTP({ secret }).generate());
    await press('验证');
    await page.getByRole('link', { name: '设置' }).first().click();
    await page.getByRole('heading', { name: '设置', exact: true }).waitFor();
  });
});

describe('the city', () => {
  it('gets its name and its ruleset', async () => {
    await page.goto('/setup');
    await page.getByLabel('城市名称').fill('云川市');
    await press(/保\s?存/);
    await page.getByText('已保存').first().waitFor();
    await press('启用深圳');
    await page.getByText('没有期限会变动。').waitFor();
    await agree('启用');
    await page.getByText('已启用“深圳”').waitFor();
    await page.getByText('使用中').waitFor();
  });

  it.each([
    ['人大', '云川市人民代表大会', '代表工作委员会'],
    ['政协', '政协云川市委员会', '提案委员会'],
  ])('gets the organ of the %s with a term and a session', async (kind, name, office) => {
    await page.goto('/setup/organs');
    await press('新增机构');
    await choose('类别', kind);
    await fill({ 机构名称: name, 归口工作机构: office });
    await agree('新增');
    await press(`${name}：新增届`);
    await fill({ 第几届: '9', 开始日期: '2022-01-10' });
    await agree('新增');
    await press(`${name} 第九届：新增会议`);
    await fill({ 第几次会议: '5', 办理年度: '2026', 开幕日期: '2026-01-12', 闭幕日期: '2026-01-16' });
    await agree('新增');
    await page
      .getByRole('row')
      .filter({ hasText: '第五次会议' })
      .filter({ hasText: '2026' })
      .first()
      .waitFor();
  });

  it('gets units by screen: one with a section, one outside the supervisor’s power', async () => {
    await page.goto('/setup/units');
    await press('新增单位');
    await fill({ 单位名称: '云川市交通运输局', 简称: '市交通局', 机关代字: '云交函' });
    await agree('新增');
    await press('更多：云川市交通运输局');
    await page.getByRole('menuitem', { name: '加科室' }).click();
    await fill({ 科室名称: '公交科' });
    await agree('新增');
    await press('新增单位');
    await fill({ 单位名称: '云川海关' });
    await choose('系统', '中央、省属驻市单位');
    await dialog().getByRole('checkbox', { name: '不归督查室管理' }).check();
    await agree('新增');
    await page.getByRole('row').filter({ hasText: '云川海关' }).getByText('边界单位').waitFor();
  });

  it('gets the other units by a workbook, sections before their unit', async () => {
    await importTable(
      'units',
      ['名称', '上级单位', '简称', '系统', '边界单位'],
      [
        ['学前教育科', '云川市教育局', null, null, null],
        ['云川市教育局', null, '市教育局', '政府', '否'],
        ['云川市中级人民法院', null, '市中院', '法院', '是'],
      ],
    );
    await press('查看单位');
    await press('全部展开');
    await page.getByRole('row').filter({ hasText: '学前教育科' }).waitFor();
    await page.getByRole('row').filter({ hasText: '公交科' }).waitFor();
    expect(await page.getByText('边界单位', { exact: true }).count()).toBe(2);
  });
});

let temporary = '';

describe('the people', () => {
  it('come by a workbook; a second line gives a person a second role', async () => {
    await importTable(
      'people',
      ['姓名', '职务', '代表团/界别', '角色', '单位', '科室'],
      [
        ['江晓帆', '科长', null, '科室负责人', '云川市交通运输局', '公交科'],
        ['江晓帆', '科长', null, '经办人', '云川市交通运输局', '公交科'],
        ['欧阳山', null, '城南代表团', '代表', null, null],
      ],
    );
    await press('查看人员');
    const row = page.getByRole('row').filter({ hasText: '江晓帆' });
    await row.getByText('科室负责人').waitFor();
    await row.getByText('经办人').waitFor();
  });

  it('and by screen: an administrator holds no other role, a clerk may hold several', async () => {
    await page.goto('/setup/people');
    await press('新增人员');
    await fill({ 姓名: '林溪', 职务: '主任科员' });
    await choose('第 1 个角色', '政府督查室');
    await dialog().getByRole('button', { name: '加一个角色' }).click();
    await choose('第 2 个角色', '系统管理员');
    await dialog().getByText('管理员不能兼任其他角色').first().waitFor();
    await choose('第 2 个角色', '承办单位办公室');
    await choose('第 2 个角色 单位', '云川市交通运输局');
    await agree('新增');
    await page.getByText('已新增林溪').waitFor();
  });

  it('get an account with a password that is shown once', async () => {
    const drawer = page.getByRole('dialog', { name: '林溪' });
    await drawer.getByLabel('用户名').fill('linxi');
    await drawer.getByRole('button', { name: '建立账号' }).click();
    const told = page.getByRole('dialog').filter({ hasText: '林溪的临时密码' });
    temporary = (await told.locator('code').innerText()).trim();
    await told.getByRole('button', { name: '已记下，关闭' }).click();
    await page.getByText('待更换密码').first().waitFor();
    expect(await page.getByText(temporary).count()).toBe(0);
  });
});

describe('the first clerk', () => {
  let clerk: Page;

  it('must replace the given password, and is at work', async () => {
    clerk = (await visit()).page;
    await clerk.goto('/');
    await signIn(clerk, 'linxi', temporary);
    await clerk.getByRole('heading', { name: '请先更换密码' }).waitFor();
    await clerk.getByLabel('现在的密码').fill(temporary);
    await clerk.getByLabel('新密码', { exact: true }).fill(clerkPassword);
    await clerk.getByLabel('再输一次新密码').fill(clerkPassword);
    await clerk.getByRole('button', { name: '更换密码' }).click();
    await clerk.getByRole('heading', { name: '工作台' }).waitFor();
    await clerk.getByText('云川市').first().waitFor();
  });

  it('sees where he is signed in, and ends a session that is not his', async () => {
    const other = (await visit()).page;
    await other.goto('/');
    await signIn(other, 'linxi', clerkPassword);
    await other.getByRole('heading', { name: '工作台' }).waitFor();
    await clerk.goto('/settings');
    await clerk.getByText('本机').waitFor();
    await clerk.getByRole('button', { name: /^结束登录/ }).click();
    await clerk.getByText('已结束').first().waitFor();
    await expect.poll(() => clerk.getByRole('button', { name: /^结束登录/ }).count()).toBe(0);
    await other.goto('/ledger');
    await other.getByLabel('密码', { exact: true }).waitFor();
    await other.context().close();
  });

  it('is locked out after five wrong passwords, is told so, and is let in again by the administrator', async () => {
    const guesser = (await visit()).page;
    await guesser.goto('/');
    for (let n = 0; n < 5; n += 1) {
      await signIn(guesser, 'linxi', `wrong-password-${n}`);
      await guesser
        .getByRole('alert')
        .filter({ hasText: /不正确|连续输错/ })
        .waitFor();
      await expect
        .poll(() => guesser.getByRole('button', { name: '登录', exact: true }).isEnabled())
        .toBe(true);
    }
    await signIn(guesser, 'linxi', clerkPassword);
    await guesser.getByText(/连续输错次数过多.*15 分钟后再试，或联系系统管理员解锁/).waitFor();
    await page.goto('/setup/accounts');
    await page.getByText(/已锁定，至/).waitFor();
    await page.getByText('林溪').first().click();
    await press('解除锁定');
    await page.getByText('锁定已解除').waitFor();
    await signIn(guesser, 'linxi', clerkPassword);
    await guesser.getByRole('heading', { name: '工作台' }).waitFor();
  });
});

it('the pages complained of nothing', () => {
  expect(complaints).toEqual([]);
});
