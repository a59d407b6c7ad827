/** What is due when: from the calendar to the day and the matter, to the ledger, the board; and into one's own calendar. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shiftDay, weekOf } from '#contract/due-weeks.ts';
import { momentOf } from '#server/platform/moment.ts';
import { bringTo, type OneMatter } from '../support/one-matter.ts';
import { done, press } from './hands.ts';
import { setStage, type Stage } from './stage.ts';

let stage: Stage;
let late: OneMatter;
let dueNow: OneMatter;
let today = '';

/** Puts a duty's date where the story needs it. */
const setDue = (assignmentId: number, day: string): Promise<unknown> =>
  stage.product.app.db.write(stage.product.place.jurisdictionId, async (tx) => ({
    keep: true,
    value: await tx.updateTable('assignment').set({ due_on: day }).where('id', '=', assignmentId).execute(),
  }));

beforeAll(async () => {
  stage = await setStage();
  late = await bringTo(stage.product, 'assigned');
  dueNow = await bringTo(stage.product, 'signed');
  today = momentOf(new Date(stage.product.now())).date;
  await setDue(late.leadDuty, shiftDay(today, -20));
  await setDue(late.assistDuty, shiftDay(today, -20));
  await setDue(dueNow.leadDuty, today);
  await setDue(dueNow.assistDuty, weekOf(today, 1).to);
}, 300_000);
afterAll(() => stage.close());

/** A busy machine is slow, not wrong. */
const patience = { timeout: 15_000 };

/** The day of the grid that has the focus. */
const focused = (page: Page): Promise<unknown> => page.evaluate('document.activeElement?.dataset.day');

/** The total that the ledger says of what it lists. */
const ledgerTotal = async (page: Page): Promise<string> => {
  await page.getByRole('heading', { name: '台账', level: 1 }).waitFor();
  const total = page.getByText(/^共 [\d,]+ 件次$/);
  await total.waitFor();
  return ((await total.textContent()) ?? '').replace(/\D/g, '');
};

/** The number of a tile or a cell that opens to the ledger. */
const numberIn = async (page: Page, name: RegExp): Promise<string> => {
  const link = page.getByRole('link', { name }).first();
  await link.waitFor();
  return (
    /(\d+)\s*件次/.exec((await link.getAttribute('aria-label')) ?? (await link.textContent()) ?? '')?.[1] ??
    ''
  );
};

describe('the due calendar', () => {
  it('opens a day by the keyboard, and from it the matter', async () => {
    const page = await stage.open('leadOffice', '/calendar');
    const cell = page.locator(`[role="gridcell"][data-day="${today}"]`);
    await cell.getByText('答复 1', { exact: true }).waitFor();
    expect(await cell.getAttribute('aria-current')).toBe('date');
    await cell.focus();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => focused(page), patience).toBe(shiftDay(today, -1));
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => focused(page), patience).toBe(today);
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('dialog');
    await drawer.getByText('单位承办（1 件次）').waitFor();
    await drawer.getByText('临期').waitFor();
    await drawer.locator(`a[href="/matters/${dueNow.matterId}"]`).click();
    await page.waitForURL(`**/matters/${dueNow.matterId}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await done(page);
  }, 60_000);

  it('turns the month by the page keys and comes back to today', async () => {
    const page = await stage.open('supervisor', '/calendar');
    const cell = page.locator(`[role="gridcell"][data-day="${today}"]`);
    await cell.focus();
    await page.keyboard.press('PageDown');
    await cell.waitFor({ state: 'detached' });
    await press(page, '今天');
    await cell.waitFor();
    await done(page);
  }, 60_000);

  it('says how many are late now and by the end of next week; the ledger then shows as many', async () => {
    const page = await stage.open('leadOffice', '/calendar');
    expect(await numberIn(page, /现已逾期/)).toBe('1');
    const said = await numberIn(page, /下周底前逾期/);
    expect(said).toBe('2');
    await page.getByRole('link', { name: /下周底前逾期/ }).click();
    expect(await ledgerTotal(page)).toBe(said);
    await page.getByRole('button', { name: `去掉筛选：到期日止：${weekOf(today, 1).to}` }).waitFor();
    const quick = page.getByRole('button', { name: '下周底前将逾期' });
    expect(await quick.getAttribute('aria-pressed')).toBe('true');
    await page.getByRole('button', { name: '现已逾期' }).click();
    await expect.poll(() => ledgerTotal(page), patience).toBe('1');
    await done(page);
  }, 60_000);

  it('is a list of days on a phone', async () => {
    const page = await stage.open('leadOffice', `/calendar?view=week&day=${today}`, 375);
    await page.getByRole('button', { name: /今天.*答复 1/ }).click();
    await page.getByRole('dialog').getByText('单位承办（1 件次）').waitFor();
    await done(page);
  }, 60_000);
});

describe('the board', () => {
  it('of the city has a row for each unit; a cell opens the ledger with as many rows', async () => {
    const page = await stage.open('supervisor', '/board');
    const said = await numberIn(page, /市交通局，逾期/);
    expect(said).toBe('1');
    await page.getByRole('link', { name: /市交通局，逾期/ }).click();
    expect(await ledgerTotal(page)).toBe(said);
    await done(page);
  }, 60_000);

  it('of a unit has rows for its sections, those with none yet too; a cell opens the ledger', async () => {
    const page = await stage.open('leadOffice', '/board');
    const said = await numberIn(page, /未分到科室，逾期/);
    expect(said).toBe('1');
    await page.getByRole('link', { name: /未分到科室，逾期/ }).click();
    expect(await ledgerTotal(page)).toBe(said);
    await page.getByRole('button', { name: '去掉筛选：科室：尚未指定' }).waitFor();
    await done(page);
  }, 60_000);
});

describe('the workbench', () => {
  it('is narrowed to one light, and listed by date', async () => {
    const page = await stage.open('leadOffice', '/workbench');
    const rows = page.locator('a[data-todo="true"]');
    await rows.first().waitFor();
    const lights = page.getByRole('group', { name: '时限' });
    await lights.getByRole('button', { name: '逾期' }).click();
    await expect.poll(() => rows.count(), patience).toBe(1);
    await lights.getByRole('button', { name: '充裕' }).click();
    await page.getByText('这种灯下没有待办事项').waitFor();
    await lights.getByRole('button', { name: '全部' }).click();
    await page.getByText('按到期先后').first().click();
    await page.getByRole('heading', { name: '按到期先后' }).waitFor();
    expect(new URL(page.url()).searchParams.get('order')).toBe('due');
    await done(page);
  }, 60_000);
});

describe('the calendar link', () => {
  it.each([
    ['leadOffice', '/settings', 1440],
    ['leadProposer', '/m/settings', 375],
  ] as const)(
    'of %s is made, read without a sign-in, and gone when it is revoked',
    async (who, address, width) => {
      const page = await stage.open(who, address, width);
      const more = page.getByText('放进手机日历');
      if (width < 500) await more.click();
      await press(page, '生成链接');
      const field = page.getByLabel('您的私密链接');
      await field.waitFor();
      const link = await field.inputValue();
      expect(link.startsWith(stage.base)).toBe(true);
      const read = await fetch(link);
      expect([read.status, read.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
      expect(await read.text()).toContain('BEGIN:VEVENT');
      await press(page, '停用链接');
      await page.getByText('尚未生成链接。').waitFor();
      expect((await fetch(link)).status).toBe(404);
      await done(page);
    },
    60_000,
  );
});

it('complained of nothing: no script error, no violation of the content security policy', () => {
  expect(stage.complaints).toEqual([]);
});
