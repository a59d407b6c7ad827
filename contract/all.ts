/** Every endpoint of the product: what the OpenAPI document, the access matrix and the scanners walk. */
import * as absence from './absence.ts';
import * as account from './account.ts';
import * as accounts from './accounts.ts';
import * as assignRound from './assign-round.ts';
import * as assignment from './assignment.ts';
import * as booklet from './booklet.ts';
import * as channel from './channel.ts';
import * as dueCalendar from './due-calendar.ts';
import * as calendar from './calendar.ts';
import * as demo from './demo.ts';
import type { Endpoint } from './endpoint.ts';
import * as feed from './feed.ts';
import * as figureExports from './figure-exports.ts';
import * as figureSignatures from './figure-signatures.ts';
import * as figures from './figures.ts';
import * as intakeSetup from './intake-setup.ts';
import * as handBackHearing from './hand-back-hearing.ts';
import * as imports from './import.ts';
import * as matter from './matter.ts';
import * as merge from './merge.ts';
import * as objection from './objection.ts';
import * as publishedWorkbook from './published-workbook.ts';
import * as rating from './rating.ts';
import * as recommend from './recommend.ts';
import * as rehearsal from './rehearsal.ts';
import * as reminder from './reminder.ts';
import * as reply from './reply.ts';
import * as report from './report.ts';
import * as ruleset from './ruleset.ts';
import * as similar from './similar.ts';
import * as sessionOpinion from './session-opinion.ts';
import * as sessionRecords from './session-records.ts';
import * as review from './review.ts';
import * as setup from './setup.ts';
import * as see from './see.ts';
import * as submission from './submission.ts';
import * as submissionBulk from './submission-bulk.ts';
import * as submissionWord from './submission-word.ts';
import * as succession from './succession.ts';
import * as supervision from './supervision.ts';
import * as supervisionNotices from './supervision-notices.ts';
import * as urges from './urges.ts';
import * as workbench from './workbench.ts';

const modules: readonly Readonly<Record<string, unknown>>[] = [
  absence,
  account,
  accounts,
  assignRound,
  assignment,
  booklet,
  channel,
  dueCalendar,
  calendar,
  demo,
  feed,
  figureExports,
  figureSignatures,
  figures,
  handBackHearing,
  imports,
  intakeSetup,
  matter,
  merge,
  objection,
  publishedWorkbook,
  rating,
  recommend,
  rehearsal,
  reminder,
  reply,
  report,
  ruleset,
  review,
  see,
  sessionOpinion,
  sessionRecords,
  setup,
  similar,
  submission,
  submissionBulk,
  submissionWord,
  succession,
  supervision,
  supervisionNotices,
  urges,
  workbench,
];

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'access' in value && 'method' in value && 'path' in value;

export const allEndpoints: readonly Endpoint[] = modules
  .flatMap((module) => Object.values(module))
  .filter(isEndpoint)
  .sort((a, b) => (a.path === b.path ? a.method.localeCompare(b.method) : a.path.localeCompare(b.path)));
