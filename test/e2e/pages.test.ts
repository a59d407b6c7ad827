/** Every page: signs of life, no script errors, no policy violation, axe without violations, at both widths. */
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bringTo, type OneMatter } from '../support/one-matter.ts';
import { handedIn, seatInBoth } from '../support/handed-in.ts';
import type { CastName } from '../support/product.ts';
import { expectSound, settle } from './look.ts';
import { password, setStage, type Stage } from './stage.ts';
import {
  startImport,
  supervise,
  askUnits,
  readNotice,
  discuss,
  rehearse,
  writeDraft,
  report,
} from './prepared-pages.ts';

let stage: Stage;
let issued: OneMatter;
let drafting: OneMatter;
let importId = 0;
let proposalId = 0;
let draftId = 0;
let roundId = 0;
let rehearsalId = 0;
let submissionId = 0;
let deskId = 0;
let reportId = 0;
let settledReportId = 0;

beforeAll(async () => {
  stage = await setStage();
  issued = await bringTo(stage.product, 'issued');
  drafting = await bringTo(stage.product, 'drafting');
  await bringTo(stage.product, 'filed');
  importId = await startImport(stage);
  await supervise(stage, drafting);
  proposalId = await readNotice(stage);
  draftId = await discuss(stage);
  roundId = await askUnits(stage);
  rehearsalId = await rehearse(stage);
  submissionId = await writeDraft(stage);
  await seatInBoth(stage.product);
  reportId = await report(stage, false);
  settledReportId = await report(stage, true);
  deskId = await handedIn(stage.product, 'leadProposer', 'cppcc', '关于在滨河路口增设信号灯的提案');
}, 300_000);
afterAll(() => stage.close());

/** A page whose stream of notices ends at once: one that stays open would never let the page come to rest. */
const pageOf: Stage['as'] = async (who, width) => {
  const page = await stage.as(who, width);
  await page.route('**/api/notices/stream', (route) =>
    route.fulfill({ contentType: 'text/event-stream', body: ': \n\n' }),
  );
  return page;
};

/** Whoever has come once, with the browser that he came with. */
const visitors = new Map<CastName, BrowserContext>();

const visit = async (who: CastName): Promise<Page> => {
  const known = visitors.get(who);
  if (known !== undefined) return stage.watched(await known.newPage());
  const page = await stage.as(who, 375);
  visitors.set(who, page.context());
  await page
    .context()
    .route('**/api/notices/stream', (route) =>
      route.fulfill({ contentType: 'text/event-stream', body: ': \n\n' }),
    );
  return page;
};

describe('signing in', () => {
  it('by password; a wrong one says so and keeps the name', async () => {
    const page = await pageOf('stranger');
    await page.goto('/');
    await page.getByLabel('用户名').fill('supervisor');
    await page.getByLabel('密码', { exact: true }).fill('wrong-password-1');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByRole('alert').first().waitFor();
    expect(await page.getByLabel('用户名').inputValue()).toBe('supervisor');
    await page.getByLabel('密码', { exact: true }).fill(password);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByRole('heading', { name: '工作台' }).waitFor();
    await page.context().close();
  }, 60_000);

  it('by keyboard alone', async () => {
    const page = await pageOf('stranger');
    await page.goto('/');
    await page.getByLabel('用户名').focus();
    await page.keyboard.type('leadOffice');
    await page.keyboard.press('Tab');
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '工作台' }).waitFor();
    await page.context().close();
  }, 60_000);
});

const addresses: readonly (readonly [
  CastName,
  (ids: { issued: OneMatter; drafting: OneMatter }) => string,
  string,
])[] = [
  ['stranger', () => '/', 'sign-in'],
  ['supervisor', () => '/', 'workbench'],
  ['supervisor', () => '/ledger', 'ledger'],
  ['supervisor', () => '/overview', 'overview'],
  ['supervisor', () => '/figures', 'figures'],
  ['leadOffice', () => '/figures?compareYear=2025', 'figures of a unit, compared'],
  ['supervisor', () => '/figures/rows?figure=assignments&of=numerator', 'figures, rows'],
  ['supervisor', () => '/figures/cross?figure=assignments&rows=unit&columns=role', 'figures, cross-table'],
  ['congressOffice', () => '/figures/frozen', 'figures, frozen'],
  ['supervisor', () => '/figures/published', 'figures, published totals'],
  ['cityLeader', () => '/figures/screen', 'figures, big screen'],
  ['cityLeader', () => '/figures/screen?look=light', 'figures, big screen, light'],
  ['supervisor', () => '/calendar', 'due calendar'],
  ['leadOffice', () => '/calendar?view=week', 'due calendar, a week'],
  ['supervisor', () => '/board', 'board'],
  ['leadOffice', () => '/board', 'board of a unit'],
  ['supervisor', () => '/rehearsals', 'rehearsals'],
  ['supervisor', () => `/rehearsals/${rehearsalId}`, 'rehearsal, its result'],
  ['supervisor', () => '/reports', 'reports'],
  ['leadOffice', () => '/reports/new', 'a report to begin'],
  ['supervisor', () => `/reports/${reportId}`, 'a report being written'],
  ['congressOffice', () => `/reports/${settledReportId}`, 'a settled report'],
  ['supervisor', () => '/notices', 'notices'],
  ['supervisor', () => '/import', 'import'],
  ['supervisor', () => `/import/${importId}?step=columns`, 'import, columns'],
  ['supervisor', () => `/import/${importId}?step=names`, 'import, names'],
  ['supervisor', () => `/import/${importId}?step=rows`, 'import, preview'],
  ['congressOffice', () => '/import/new', 'file by hand'],
  ['cppccOffice', () => '/review', 'review desk'],
  ['cppccOffice', () => `/review/${deskId}`, 'a submission on the desk'],
  ['congressOffice', () => '/enter', 'paper forms from a list'],
  ['congressOffice', () => '/setup/panels', 'set-up, panels and numbers'],
  ['congressOffice', () => '/setup/categories', 'set-up, categories'],
  ['supervisor', ({ issued: one }) => `/matters/${one.matterId}`, 'matter, issued'],
  ['leadHandler', ({ drafting: one }) => `/matters/${one.matterId}`, 'matter, drafting'],
  ['leadHandler', ({ drafting: one }) => `/matters/${one.matterId}/replies/${one.replyId}`, 'reply editor'],
  ['supervisor', () => '/settings', 'settings'],
  ['systemAdmin', () => '/setup', 'set-up'],
  ['systemAdmin', () => '/setup/organs', 'set-up, organs'],
  ['systemAdmin', () => '/setup/units', 'set-up, units'],
  ['systemAdmin', () => '/setup/people', 'set-up, people'],
  ['systemAdmin', () => '/setup/accounts', 'set-up, accounts'],
  ['systemAdmin', () => '/setup/tokens', 'set-up, tokens'],
  ['systemAdmin', () => '/setup/channels', 'set-up, channels'],
  ['systemAdmin', () => '/setup/import?kind=people', 'set-up, import'],
  ['supervisor', () => '/assign-rounds', 'rounds of proposed assignments'],
  ['supervisor', () => `/assign-rounds/${roundId}`, 'a round of proposed assignments'],
  ['leadOffice', () => `/assign-rounds/${roundId}`, 'a round, as a unit sees it'],
  ['supervisor', () => '/supervision', 'supervision, slips'],
  ['supervisor', () => '/supervision?tab=notices', 'supervision, notices'],
  ['congressOffice', () => '/supervision?tab=acts', 'supervision, actions'],
  ['assistOffice', () => '/supervision', 'supervision, of a unit'],
  ['congressOffice', () => '/session-opinions', 'session opinions, to forward'],
  ['congressOffice', () => '/session-opinions?tab=all', 'session opinions, all'],
  ['congressOffice', () => '/session-opinions?tab=records', 'session opinions, records'],
  ['congressOffice', () => '/session-opinions?tab=same', 'session opinions, alike'],
  ['congressOffice', () => '/session-opinions?tab=report', 'session opinions, report'],
  ['congressOffice', () => '/session-opinions?tab=groups', 'session opinions, groups'],
  ['leadHandler', () => `/session-opinions/records/${draftId}`, 'a record being written'],
  ['leadOffice', () => '/session-opinions', 'session opinions, of a unit'],
  ['leadProposer', () => '/m/session-opinions', 'member session opinions'],
  ['systemAdmin', () => '/setup/calendar', 'set-up, work calendar'],
  ['supervisor', () => '/setup/calendar', 'work calendar, to change'],
  ['supervisor', () => `/setup/calendar/${proposalId}`, 'work calendar, a notice that was read'],
  ['supervisor', () => '/no-such-page', 'not found'],
  ['stranger', () => '/m', 'member sign-in'],
  ['leadProposer', () => '/m', 'member home'],
  ['leadProposer', () => '/m/settings', 'member settings'],
  ['leadProposer', ({ issued: one }) => `/m/matters/${one.matterId}`, 'member matter'],
  ['leadProposer', () => '/m/submissions', 'member submissions'],
  ['leadProposer', () => '/m/submissions/new', 'member, to which organ'],
  ['leadProposer', () => `/m/write/s${submissionId}/title`, 'member, writing, title'],
  ['leadProposer', () => `/m/write/s${submissionId}/facts`, 'member, writing, facts'],
  ['leadProposer', () => `/m/write/s${submissionId}/asks`, 'member, writing, asks'],
  ['leadProposer', () => `/m/write/s${submissionId}/form`, 'member, writing, options'],
  ['leadProposer', () => `/m/write/s${submissionId}/files`, 'member, writing, files'],
  ['leadProposer', () => `/m/write/s${submissionId}/check`, 'member, writing, check'],
  ['leadProposer', () => `/m/submissions/${submissionId}/signers`, 'member, co-signers'],
  ['leadProposer', () => `/m/submissions/${submissionId}`, 'member, one submission'],
  ['coProposer', () => `/m/submissions/${submissionId}/sign`, 'member, co-sign'],
];

/**
 * A phone's window, made narrower still (WCAG 1.4.10), as when it is zoomed, then a desk's: each page is loaded once,
 * and everybody keeps his browser, so that scripts are read once a person and not once a page.
 */
const widths = [375, 320, 1440];

it.each(addresses)(
  '%s %s: %s',
  async (who, address) => {
    const page = await visit(who);
    await page.goto(address({ issued, drafting }));
    for (const width of widths) {
      await page.setViewportSize({ width, height: width < 500 ? 812 : 900 });
      await expectSound(page, `${width} px`);
    }
    await page.close();
  },
  90_000,
);

describe('the pages as a whole', () => {
  it('for proposers weigh no more than 200 kB on their way, from the first page to the rating', async () => {
    const page = await pageOf('leadProposer', 375);
    const sizes: Promise<number>[] = [];
    page.on('requestfinished', (request) => {
      if (['document', 'script', 'stylesheet'].includes(request.resourceType()))
        sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
    });
    await page.goto('/m');
    await settle(page);
    for (const address of [
      `/m/matters/${issued.matterId}`,
      `/m/matters/${issued.matterId}/rate/${issued.ratingId}`,
    ]) {
      await page.evaluate(
        `history.pushState(null, '', '${address}'); dispatchEvent(new PopStateEvent('popstate'))`,
      );
      await settle(page);
    }
    await page.getByRole('link', { name: /开始评价/ }).waitFor();
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThanOrEqual(200_000);
    await page.context().close();
  }, 90_000);

  it('complained of nothing: no script error, no violation of the content security policy', () => {
    expect(stage.complaints).toEqual([]);
  });
});
