/**
 * The reviewed matrix: who gets what from each endpoint about a matter, in each state of it. Written from the
 * regulations, not from the code; whoever is not named in a cell must be refused. `test/access/matrix.db.test.ts`
 * walks endpoint × cast × state and expects exactly this.
 */
import { castNames } from '../support/product.ts';
import type { Stages } from '../support/one-matter.ts';

export type Cast = (typeof castNames)[number];

export const states = [
  'filed',
  'assigned',
  'handBack',
  'signed',
  'waiting',
  'drafting',
  'inReview',
  'cleared',
  'issued',
  'rated',
  'round2',
  'closed',
] as const satisfies readonly Stages[];
export type State = (typeof states)[number];

/** The city's offices that stand to every matter of the congress. */
const offices: readonly Cast[] = ['supervisor', 'congressOffice'];
const lookers: readonly Cast[] = [...offices, 'cityLeader', 'leadProposer', 'coProposer'];
const atAssignment: readonly Cast[] = ['leadOffice', 'leadLeader', 'assistOffice'];
const inSection: readonly Cast[] = ['leadHead', 'leadHandler'];
const insiders: readonly Cast[] = ['leadOffice', 'leadLeader', 'leadHead', 'leadHandler'];
const drafters: readonly Cast[] = ['leadOffice', 'leadHead', 'leadHandler'];

const unsigned = ['assigned', 'handBack'] as const satisfies readonly State[];
/** `waiting`: signed for, an extension asked for, the clock stopped. */
const beforeIssue = [
  'signed',
  'waiting',
  'drafting',
  'inReview',
  'cleared',
] as const satisfies readonly State[];
const afterIssue = ['issued', 'rated', 'round2', 'closed'] as const satisfies readonly State[];

type Row = Partial<Record<State, readonly Cast[]>>;

const at = (where: readonly State[], who: readonly Cast[]): Row =>
  Object.fromEntries(where.map((state) => [state, who]));
const join = (...rows: readonly Row[]): Row => {
  const joined: Record<string, readonly Cast[]> = {};
  for (const row of rows)
    for (const [state, who] of Object.entries(row))
      joined[state] = [...new Set([...(joined[state] ?? []), ...who])];
  return joined;
};

/** Everyone who stands to the matter: offices and proposers always, units from the assignment, sections once they have it. */
const standing = join(
  at(states, lookers),
  at([...unsigned, ...beforeIssue, ...afterIssue], atAssignment),
  at([...beforeIssue, ...afterIssue], inSection),
);

export const matrix = {
  getMatter: standing,
  assignmentSheet: standing,
  // Not while a reply is under review: what was approved is what leaves.
  amendMatter: at(['filed', ...unsigned, 'signed', 'waiting', 'drafting'], offices),
  // Not while a reply is under review: its answers are to these points. An assisting unit answers none.
  splitPoints: join(
    at(['filed', ...unsigned, 'signed', 'waiting', 'drafting'], offices),
    at([...unsigned, 'signed', 'waiting', 'drafting'], ['leadOffice']),
    at(['signed', 'waiting', 'drafting'], ['leadHandler']),
  ),
  assignMatter: at(['filed', ...unsigned, ...beforeIssue, 'round2'], offices),
  closeMatter: at(['issued', 'rated'], offices),
  reopenMatter: at(['closed'], offices),
  withdrawMatter: at(['filed', ...unsigned, ...beforeIssue, 'issued', 'rated', 'round2'], ['congressOffice']),
  // Together with another, by the organ that filed them; never once it is being answered.
  mergeMatters: at(['filed', ...unsigned, 'signed', 'waiting', 'drafting'], ['congressOffice']),
  // None of these is merged.
  unmergeMatter: {},
  signFor: at(['assigned'], ['leadOffice']),
  requestHandBack: at(['assigned', ...beforeIssue], ['leadOffice']),
  upholdHandBack: at(['handBack'], offices),
  rejectHandBack: at(['handBack'], offices),
  revokeDuty: at(['assigned', ...beforeIssue], offices),
  subAssign: at([...beforeIssue, 'round2'], ['leadOffice', 'leadHead']),
  handOver: join(
    at([...unsigned, ...beforeIssue, 'issued', 'rated', 'round2'], ['leadOffice']),
    at([...beforeIssue, 'issued', 'rated', 'round2'], ['leadHead']),
  ),
  askExtension: at(['signed', 'drafting', 'inReview', 'cleared'], drafters),
  grantExtension: at(['waiting'], offices),
  refuseExtension: at(['waiting'], offices),
  withdrawExtension: at(['waiting'], drafters),
  pauseClock: at(['signed', 'drafting', 'inReview', 'cleared', 'round2'], offices),
  resumeClock: at(['waiting'], offices),
  recordDisclosure: at(['issued', 'rated', 'closed'], ['leadOffice', 'congressOffice']),
  // Its class is A: nothing of it is followed up.
  recordFollowUp: {},
  recordContact: at([...beforeIssue, 'issued', 'rated', 'round2'], insiders),
  strikeContact: at(['drafting', 'inReview', 'cleared', 'issued', 'rated', 'round2'], insiders),
  giveOpinion: at([...beforeIssue, 'round2'], ['assistOffice']),
  startReply: at(['signed', 'waiting', 'round2'], drafters),
  saveReply: at(['drafting'], drafters),
  amendReply: at(['inReview'], ['leadHead']),
  submitReply: at(['drafting'], drafters),
  approveReply: at(['inReview'], ['leadHead']),
  sendBackReply: join(
    at(['inReview'], ['leadHead', 'leadOffice', 'leadLeader']),
    at(['cleared'], ['leadOffice', 'leadLeader']),
  ),
  recallReply: at(['inReview'], ['leadHandler']),
  issueReply: at(['cleared'], ['leadOffice', 'leadLeader']),
  issueForm: at(['drafting', 'inReview', 'cleared', ...afterIssue], insiders),
  replyVersions: at(['drafting', 'inReview', 'cleared', ...afterIssue], insiders),
  replyLetter: join(
    at(['drafting', 'inReview', 'cleared'], insiders),
    at(afterIssue, [...lookers, ...atAssignment, ...inSection]),
  ),
  replyPreview: join(
    at(['drafting', 'inReview', 'cleared'], insiders),
    at(afterIssue, [...lookers, ...atAssignment, ...inSection]),
  ),
  rate: at(['issued'], ['leadProposer']),
  saveRatingDraft: at(['issued'], ['leadProposer']),
  enterRating: at(['issued'], ['congressOffice']),
  // Who stands to it asks; what he is shown of it is in server/supervision's own tests.
  matterSupervision: standing,
  recommendation: at(states, offices),
  assignmentObjections: at(states, lookers),
  // While the units can still be exchanged, and by the one who leads.
  raiseObjection: at([...unsigned, ...beforeIssue], ['leadProposer']),
} as const satisfies Record<string, Row>;

const everyone: readonly Cast[] = castNames;
const filers: readonly Cast[] = ['supervisor', 'congressOffice', 'cppccOffice'];
const unitOffices: readonly Cast[] = ['leadOffice', 'assistOffice', 'otherOffice'];
const slipReaders: readonly Cast[] = [...filers, 'cityLeader', ...unitOffices, 'leadLeader'];
const figureReaders: readonly Cast[] = [...filers, 'cityLeader', ...unitOffices, 'leadLeader'];
const proposers: readonly Cast[] = ['leadProposer', 'coProposer', 'otherProposer'];
const reportKeepers: readonly Cast[] = [...filers, ...unitOffices];
const admin: readonly Cast[] = ['systemAdmin'];
const staff: readonly Cast[] = castNames.filter(
  (who) => ![...proposers, 'systemAdmin', 'auditAdmin'].includes(who),
);

/** Endpoints that are not about one matter: who may call them at all. `public`: also who is not signed in. */
export const doors: Readonly<Record<string, readonly Cast[] | 'public'>> = {
  demoPersonas: 'public',
  me: 'public',
  signIn: 'public',
  feed: 'public',
  createFirstAdministrator: 'public',
  signOut: 'public',
  giveSecondFactor: everyone,
  confirmIdentity: everyone,
  changePassword: everyone,
  enrolTotp: everyone,
  confirmTotp: everyone,
  removeTotp: everyone,
  setPreferences: everyone,
  ownSessions: everyone,
  endOwnSession: everyone,
  endOtherSessions: everyone,
  ledger: everyone,
  exportLedger: everyone,
  workbench: everyone,
  feedLink: everyone,
  makeFeedLink: everyone,
  revokeFeedLink: everyone,
  savedViews: everyone,
  saveView: everyone,
  deleteView: everyone,
  notices: everyone,
  readNotices: everyone,
  reminderLines: everyone,
  noticeStream: everyone,
  ownChannels: everyone,
  saveOwnChannel: everyone,
  reference: everyone,
  uploadFile: everyone,
  downloadFile: everyone,
  // Whose rows they are, and who may do what to them, is in server/submission's own tests.
  mySubmissions: everyone,
  reviewDesk: everyone,
  reviewWords: everyone,
  takeStep: everyone,
  choosePanel: everyone,
  returnSubmission: everyone,
  fileSubmission: everyone,
  declineSubmission: everyone,
  convertSubmission: everyone,
  splitSubmission: everyone,
  choosePanels: everyone,
  fileInBulk: everyone,
  toSign: everyone,
  getSubmission: everyone,
  submissionTexts: everyone,
  submissionLetter: everyone,
  checkText: everyone,
  editSubmission: everyone,
  inviteSigners: everyone,
  removeSigner: everyone,
  signSubmission: everyone,
  declineToSign: everyone,
  submitSubmission: everyone,
  disownSubmission: everyone,
  disownSignature: everyone,
  askToWithdraw: everyone,
  agreeToWithdraw: everyone,
  refuseToWithdraw: everyone,
  takeBackWithdrawal: everyone,
  discardSubmission: everyone,
  enterSubmissions: ['congressOffice', 'cppccOffice'],
  readEntryList: ['congressOffice', 'cppccOffice'],
  entryTemplate: ['congressOffice', 'cppccOffice'],
  enteredSubmissions: ['congressOffice', 'cppccOffice'],
  writingForms: ['congressOffice', 'cppccOffice', ...proposers],
  peopleToInvite: ['congressOffice', 'cppccOffice', ...proposers],
  importWord: ['congressOffice', 'cppccOffice', ...proposers],
  startSubmission: ['congressOffice', 'cppccOffice', ...proposers],
  overview: ['supervisor', 'congressOffice', 'cppccOffice', 'cityLeader', ...unitOffices, 'leadLeader'],
  // Whose rows they count is in server/figures' own tests.
  figureCatalogue: figureReaders,
  figureValues: figureReaders,
  figureCrossTable: figureReaders,
  figureRows: figureReaders,
  exportFigureValues: figureReaders,
  exportFigureCrossTable: figureReaders,
  exportFigureRows: figureReaders,
  figureSnapshots: [...filers, 'cityLeader'],
  figureSnapshot: [...filers, 'cityLeader'],
  figureSnapshotMoves: [...filers, 'cityLeader'],
  figureSnapshotFile: [...filers, 'cityLeader'],
  figureKeys: [...filers, 'cityLeader'],
  publishedTotals: [...filers, 'cityLeader'],
  freezeFigures: filers,
  importPublishedTotals: filers,
  readPublishedWorkbook: filers,
  publishedTemplate: filers,
  removePublishedTotal: filers,
  dueCalendar: staff,
  delegations: staff,
  standIns: staff,
  makeDelegation: staff,
  endDelegation: staff,
  covers: staff,
  board: staff,
  // Whose rows they are is in server/similar's own tests.
  findSimilar: everyone,
  myMatters: proposers,
  fileMatter: filers,
  assignInBulk: filers,
  // Whose rounds and matters they are is in server/assign-round's own tests.
  assignRounds: [...filers, ...unitOffices],
  assignRound: [...filers, ...unitOffices],
  assignRoundMatters: [...filers, ...unitOffices],
  assignRoundMatter: [...filers, ...unitOffices],
  roundReceipts: [...filers, ...unitOffices],
  handOverReceipt: [...filers, ...unitOffices],
  startAssignRound: filers,
  changeAssignRound: filers,
  openAssignRound: filers,
  endAssignRound: filers,
  addToRound: filers,
  takeFromRound: filers,
  proposeUnits: filers,
  keepProposal: filers,
  assignFromRound: filers,
  meetingList: filers,
  // Whose sessions they are is in server/intake's own tests.
  sessionDigest: filers,
  sessionCategoryList: filers,
  answerProposals: unitOffices,
  handBackHearings: [...filers, 'cityLeader', ...unitOffices],
  answerHearing: unitOffices,
  decideObjection: ['congressOffice', 'cppccOffice'],
  // Whose objections they are is in server/assignment's own tests.
  withdrawObjection: proposers,
  findProposers: filers,
  imports: [...filers, 'systemAdmin'],
  startImport: [...filers, 'systemAdmin'],
  getImport: [...filers, 'systemAdmin'],
  chooseForImport: [...filers, 'systemAdmin'],
  confirmImport: [...filers, 'systemAdmin'],
  importTemplate: [...filers, 'systemAdmin'],
  handOverAll: unitOffices,
  signForInBulk: unitOffices,
  urges: slipReaders,
  exportUrges: slipReaders,
  supervisionNotices: slipReaders,
  exportNotices: slipReaders,
  supervisionFigures: slipReaders,
  proposeUrges: filers,
  urgeInBulk: filers,
  noticeForm: filers,
  previewNotice: filers,
  serveNotice: filers,
  recordSupervisionAct: filers,
  strikeSupervisionAct: filers,
  supervisionActs: [...filers, 'cityLeader'],
  exportActs: [...filers, 'cityLeader'],
  // Any signed-in person may ask; whose rows they are is in server/supervision's own tests.
  supervisionNotice: everyone,
  noticeDocument: everyone,
  noticePages: everyone,
  acknowledgeUrge: everyone,
  takeBackUrge: everyone,
  acknowledgeNotice: everyone,
  reportBack: everyone,
  settleNotice: everyone,
  returnReport: everyone,
  cancelNotice: everyone,
  // Any signed-in person may ask; whose rows they are is in server/session-opinion's own tests.
  sessionDesk: everyone,
  findForSession: everyone,
  sessionRecords: everyone,
  sessionRecord: everyone,
  startSessionRecord: everyone,
  saveSessionRecord: everyone,
  changeSessionRecord: everyone,
  sessionOpinions: everyone,
  changeSessionOpinion: everyone,
  changeSessionReferral: everyone,
  sessionGroups: filers,
  addSessionGroup: ['congressOffice', 'cppccOffice'],
  changeSessionGroup: ['congressOffice', 'cppccOffice'],
  sameSessionOpinions: filers,
  forwardSessionOpinions: filers,
  sessionOpinionFigures: slipReaders,
  exportSessionOpinions: slipReaders,
  sessionReferralSheet: slipReaders,
  mySessionOpinions: proposers,
  unitStaff: ['supervisor', ...unitOffices, 'leadHead'],
  workCalendar: ['supervisor', 'systemAdmin'],
  proposeCalendar: ['supervisor'],
  proposeCalendarFile: ['supervisor'],
  getCalendarProposal: ['supervisor'],
  calendarMoves: ['supervisor'],
  exportCalendarMoves: ['supervisor'],
  applyCalendar: ['supervisor'],
  recommendations: filers,
  // Whose reports they are is in server/report's own tests.
  reports: reportKeepers,
  reportChoices: reportKeepers,
  startReport: reportKeepers,
  getReport: reportKeepers,
  saveReport: reportKeepers,
  changeReport: reportKeepers,
  compareReport: reportKeepers,
  reportFile: reportKeepers,
  reportMatters: reportKeepers,
  rehearsals: ['supervisor', 'congressOffice', 'cppccOffice'],
  startRehearsal: ['supervisor', 'congressOffice', 'cppccOffice'],
  getRehearsal: ['supervisor', 'congressOffice', 'cppccOffice'],
  rehearsalRows: ['supervisor', 'congressOffice', 'cppccOffice'],
  exportRehearsal: ['supervisor', 'congressOffice', 'cppccOffice'],
  cancelRehearsal: ['supervisor', 'congressOffice', 'cppccOffice'],
  intakeSetup: ['congressOffice', 'cppccOffice', 'systemAdmin'],
  intakePeople: ['congressOffice', 'cppccOffice', 'systemAdmin'],
  addCategory: ['congressOffice', 'cppccOffice', 'systemAdmin'],
  changeCategory: ['congressOffice', 'cppccOffice', 'systemAdmin'],
  importCategories: ['congressOffice', 'cppccOffice', 'systemAdmin'],
  addPanel: ['congressOffice', 'cppccOffice', 'systemAdmin'],
  changePanel: ['congressOffice', 'cppccOffice', 'systemAdmin'],
  setLookers: ['congressOffice', 'cppccOffice', 'systemAdmin'],
  startCaseNo: ['congressOffice', 'cppccOffice', 'systemAdmin'],
  setupOverview: admin,
  saveJurisdiction: admin,
  proposeRuleset: admin,
  getRulesetProposal: admin,
  takeRuleset: admin,
  addOrgan: admin,
  addTerm: admin,
  addSession: admin,
  listUnits: admin,
  addUnit: admin,
  changeUnit: admin,
  closeUnit: admin,
  renameUnit: admin,
  previewSuccession: admin,
  succeedUnits: admin,
  successions: admin,
  listPeople: admin,
  addPerson: admin,
  changePerson: admin,
  closePerson: admin,
  accounts: admin,
  createAccount: admin,
  disableAccount: admin,
  enableAccount: admin,
  unlockAccount: admin,
  resetPassword: admin,
  resetTotp: admin,
  endSessionsOf: admin,
  apiTokens: admin,
  createApiToken: admin,
  revokeApiToken: admin,
  channels: admin,
  saveChannel: admin,
  testChannel: admin,
  channelMessages: admin,
  resendMessage: admin,
};
