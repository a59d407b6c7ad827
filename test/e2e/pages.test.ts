/** The office's pages about matters, figures and reports: signs of life, no script errors, no policy violation, axe without violations, at every width. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bringTo, type OneMatter } from '../support/one-matter.ts';
import { handedIn, seatInBoth } from '../support/handed-in.ts';
import { settle } from './look.ts';
import { type Address, visits, type Visits } from './page-visits.ts';
import { report, startImport } from './prepared-pages.ts';
import { password, setStage, type Stage } from './stage.ts';

let stage: Stage;
let walk: Visits;
let issued: OneMatter;
let drafting: OneMatter;
let importId = 0;
let deskId = 0;
let reportId = 0;
let settledReportId = 0;

beforeAll(async () => {
  stage = await setStage();
  walk = visits(stage);
  issued = await bringTo(stage.product, 'issued');
  drafting = await bringTo(stage.product, 'drafting');
  await bringTo(stage.product, 'filed');
  importId = await startImport(stage);
  await seatInBoth(stage.product);
  reportId = await report(stage, false);
  settledReportId = await report(stage, true);
  deskId = await handedIn(stage.product, 'leadProposer', 'cppcc', '关于在滨河路口增设信号灯的提案');
}, 300_000);
afterAll(() => stage.close());

describe('signing in', () => {
  it('by password; a wrong one says so and keeps the name', async () => {
    const page = await walk.pageOf('stranger');
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
    const page = await walk.pageOf('stranger');
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

const addresses: readonly Address[] = [
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
  ['supervisor', () => `/matters/${issued.matterId}`, 'matter, issued'],
  ['leadHandler', () => `/matters/${drafting.matterId}`, 'matter, drafting'],
  ['leadHandler', () => `/matters/${drafting.matterId}/replies/${drafting.replyId}`, 'reply editor'],
];

it.each(addresses)('%s %s: %s', (who, address) => walk.look(who, address()), 90_000);

describe('the pages as a whole', () => {
  it('for proposers weigh no more than 200 kB on their way, from the first page to the rating', async () => {
    const page = await walk.pageOf('leadProposer', 375);
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
