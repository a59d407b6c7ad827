/** Set-up, rounds, supervision, opinions of the session, and the proposers' pages: signs of life, no script errors, no policy violation, axe without violations, at every width. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bringTo, type OneMatter } from '../support/one-matter.ts';
import { type Address, visits, type Visits } from './page-visits.ts';
import { askUnits, discuss, readNotice, rehearse, supervise, writeDraft } from './prepared-pages.ts';
import { setStage, type Stage } from './stage.ts';

let stage: Stage;
let walk: Visits;
let issued: OneMatter;
let proposalId = 0;
let draftId = 0;
let roundId = 0;
let rehearsalId = 0;
let submissionId = 0;

beforeAll(async () => {
  stage = await setStage();
  walk = visits(stage);
  issued = await bringTo(stage.product, 'issued');
  const drafting = await bringTo(stage.product, 'drafting');
  await bringTo(stage.product, 'filed');
  await supervise(stage, drafting);
  proposalId = await readNotice(stage);
  draftId = await discuss(stage);
  roundId = await askUnits(stage);
  rehearsalId = await rehearse(stage);
  submissionId = await writeDraft(stage);
}, 300_000);
afterAll(() => stage.close());

const addresses: readonly Address[] = [
  ['supervisor', () => '/rehearsals', 'rehearsals'],
  ['supervisor', () => `/rehearsals/${rehearsalId}`, 'rehearsal, its result'],
  ['congressOffice', () => '/setup/panels', 'set-up, panels and numbers'],
  ['congressOffice', () => '/setup/categories', 'set-up, categories'],
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
  ['leadProposer', () => `/m/matters/${issued.matterId}`, 'member matter'],
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

it.each(addresses)('%s %s: %s', (who, address) => walk.look(who, address()), 90_000);

it('complained of nothing: no script error, no violation of the content security policy', () => {
  expect(stage.complaints).toEqual([]);
});
