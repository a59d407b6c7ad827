/** Plays commands on a case file one after the other, each through the one door, as the server would store them. */
import type { Actor } from '#core/access.ts';
import type { AssignmentCommand } from '#core/assignment/decide.ts';
import { act } from '#core/case/act.ts';
import type { CaseCommand } from '#core/case/case-command.ts';
import type { CaseFile } from '#core/case/case-file.ts';
import type { Happened, Outcome } from '#core/case/outcome.ts';
import type { MatterCommand } from '#core/matter/decide.ts';
import type { RatingCommand } from '#core/rating/decide.ts';
import type { PointVerdict, Verdict } from '#core/rating/rating.ts';
import type { RefusalCode } from '#core/refusal.ts';
import type { ReplyCommand } from '#core/reply/decide.ts';
import type { HandlingRole } from '#core/ruleset.ts';
import type { LocalDate } from '#core/words.ts';
import { caseFile, cast, fullReply, moment, scene, sections, units } from './builders.ts';

const numbers = (rows: readonly { readonly id: number }[]): ReadonlyMap<number, number> => {
  let last = Math.max(0, ...rows.map((row) => row.id));
  return new Map(rows.map((row) => [row.id, row.id > 0 ? row.id : ++last]));
};

/** Gives rows that are not stored yet (negative ids) their ids, in order: 1 for the first row of each kind. */
export const stored = (file: CaseFile): CaseFile => {
  const [duties, replies] = [numbers(file.duties), numbers(file.replies)];
  const [contacts, opinions, ratings] = [
    numbers(file.contacts),
    numbers(file.opinions),
    numbers(file.ratings),
  ];
  const to = (ids: ReadonlyMap<number, number>, id: number): number => ids.get(id) ?? id;
  const onDuty = <Row extends { readonly id: number; readonly assignmentId: number }>(
    rows: readonly Row[],
    ids: ReadonlyMap<number, number>,
  ): readonly Row[] =>
    rows.map((row) => ({ ...row, id: to(ids, row.id), assignmentId: to(duties, row.assignmentId) }));
  return {
    ...file,
    duties: file.duties.map((row) => ({ ...row, id: to(duties, row.id) })),
    replies: onDuty(file.replies, replies),
    contacts: onDuty(file.contacts, contacts),
    opinions: onDuty(file.opinions, opinions),
    ratings: file.ratings.map((row) => ({
      ...row,
      id: to(ratings, row.id),
      replyId: to(replies, row.replyId),
    })),
  };
};

export type Step = readonly [who: Actor, date: LocalDate, command: CaseCommand];

export const attempt = (file: CaseFile, [who, date, command]: Step): Outcome =>
  act(file, command, scene(who, date));

/** The outcome, which must be a success: a refusal is a fault of the test. */
export const happened = (outcome: Outcome): Happened => {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome;
};

export const play = (file: CaseFile, ...steps: readonly Step[]): CaseFile =>
  steps.reduce((now, step) => stored(happened(attempt(now, step)).file), file);

/** Why it was refused, or null when it was not. */
export const refusalOf = (file: CaseFile, ...step: Step): RefusalCode | null => {
  const outcome = attempt(file, step);
  return outcome.ok ? null : outcome.refusal.code;
};

export type Planned = readonly [unitId: number, role: HandlingRole];

export const assign = (...duties: readonly Planned[]): CaseCommand => ({
  on: 'plan',
  command: {
    type: 'assign',
    duties: duties.map(([unitId, role]) => ({ unitId, role })),
    responsibleLeader: '市领导甲',
  },
});
export const onMatter = (command: MatterCommand): CaseCommand => ({ on: 'matter', command });
export const onDuty = (id: number, command: AssignmentCommand): CaseCommand => ({
  on: 'assignment',
  id,
  command,
});
export const onReply = (id: number, command: ReplyCommand): CaseCommand => ({ on: 'reply', id, command });
const onRating = (id: number, command: RatingCommand): CaseCommand => ({ on: 'rating', id, command });
export const draft = (dutyId: number): CaseCommand => ({
  on: 'newReply',
  id: dutyId,
  command: { type: 'start' },
});
export const signFor = (dutyId: number): CaseCommand => onDuty(dutyId, { type: 'signFor' });
export const handBack = (dutyId: number, rightUnitId: number): CaseCommand =>
  onDuty(dutyId, { type: 'requestHandBack', reason: '不属本单位职责', rightUnitId, basis: '三定方案第五条' });
export const approve = (replyId: number): CaseCommand => onReply(replyId, { type: 'approve', note: '' });
export const save = (replyId: number, content = fullReply()): CaseCommand =>
  onReply(replyId, { type: 'save', content });
export const sendBack = (replyId: number, to: number): CaseCommand =>
  onReply(replyId, { type: 'sendBack', to, reason: '请补充数据' });
export const issue = (replyId: number, opinionsMissingReason: string | null = null): CaseCommand =>
  onReply(replyId, {
    type: 'issue',
    documentNo: `云教〔2026〕${replyId}号`,
    copies: [],
    opinionsMissingReason,
  });

export type ContactPart = Partial<
  Extract<CaseCommand, { on: 'contact'; command: { type: 'record' } }>['command']['contact']
>;

export const contact = (dutyId: number, date: LocalDate, part: ContactPart = {}): CaseCommand => ({
  on: 'contact',
  id: dutyId,
  command: {
    type: 'record',
    contact: {
      stage: 'before',
      channel: 'visit',
      at: moment(date).instant,
      on: date,
      place: '云川市第一小学',
      who: '基教处长',
      rank: 'sectionHead',
      proposerPresent: true,
      proposerIds: [cast.leadProposer.personId],
      said: '听取代表意见。',
      fileIds: [],
      ...part,
    },
  },
});
export const strike = (contactId: number, reason = '误记'): CaseCommand => ({
  on: 'contact',
  id: contactId,
  command: { type: 'strike', reason },
});
export const opinion = (
  dutyId: number,
  text = '同意，将配合施划标线。',
  dissent: string | null = null,
): CaseCommand => ({
  on: 'opinion',
  id: dutyId,
  command: { type: 'give', text, dissent, contactPerson: '交通经办' },
});

export const verdict = (attitude: string, outcome = attitude, point: PointVerdict = 'done'): Verdict => ({
  attitude,
  outcome,
  reason: attitude === 'dissatisfied' || outcome === 'dissatisfied' ? '未见护学岗' : '',
  points: [1, 2].map((no) => ({ no, verdict: point })),
});
export const rate = (ratingId: number, given: Verdict): CaseCommand =>
  onRating(ratingId, { type: 'rate', verdict: given, scanId: null });
export const enterForProposer = (ratingId: number, given: Verdict, scanId: number | null): CaseCommand =>
  onRating(ratingId, { type: 'enterForProposer', verdict: given, scanId });

/** The matter assigned on 2026-03-02: by itself to education as sole unit. Duties are numbered in the order given. */
export const assigned = (
  plan: readonly Planned[] = [[units.education, 'sole']],
  file = caseFile(),
): CaseFile => play(file, [cast.supervisor, '2026-03-02', assign(...plan)]);

/** Education has signed for duty 1 (2026-03-03) and given it to the schools section, its handler and leader. */
export const signed = (plan?: readonly Planned[], file?: CaseFile): CaseFile =>
  play(
    assigned(plan, file),
    [cast.educationOffice, '2026-03-03', signFor(1)],
    [
      cast.educationOffice,
      '2026-03-03',
      onDuty(1, {
        type: 'subAssign',
        sectionId: sections.schools,
        handlerId: cast.educationHandler.personId,
        leaderId: cast.educationLeader.personId,
      }),
    ],
  );

/** Education has met the proposer (2026-03-10, contact 1) and written reply 1 in full. */
export const drafted = (plan?: readonly Planned[], file?: CaseFile): CaseFile =>
  play(
    signed(plan, file),
    [cast.educationHandler, '2026-03-10', contact(1, '2026-03-10')],
    [cast.educationHandler, '2026-03-11', draft(1)],
    [cast.educationHandler, '2026-03-12', save(1)],
  );

/** Reply 1 waits for the section head (2026-04-01). */
export const inReview = (plan?: readonly Planned[], file?: CaseFile): CaseFile =>
  play(drafted(plan, file), [cast.educationHandler, '2026-04-01', onReply(1, { type: 'submit' })]);

/** All three levels have approved reply 1 (2026-04-03). */
export const cleared = (plan?: readonly Planned[], file?: CaseFile): CaseFile =>
  play(
    inReview(plan, file),
    [cast.schoolsHead, '2026-04-01', approve(1)],
    [cast.educationOffice, '2026-04-02', approve(1)],
    [cast.educationLeader, '2026-04-03', approve(1)],
  );

/** Reply 1 is issued (2026-04-07); rating 1 is the lead proposer's, rating 2 the co-proposer's. */
export const issued = (plan?: readonly Planned[], file?: CaseFile): CaseFile =>
  play(cleared(plan, file), [cast.educationOffice, '2026-04-07', issue(1, '会办单位逾期未回复')]);

/** The lead proposer was dissatisfied with the outcome (2026-04-20): duty 1 is in its second round. */
export const rehandling = (plan?: readonly Planned[], file?: CaseFile): CaseFile =>
  play(issued(plan, file), [cast.leadProposer, '2026-04-20', rate(1, verdict('satisfied', 'dissatisfied'))]);

/** Everyone's verdict is in and the matter is closed (2026-05-08). */
export const closed = (plan?: readonly Planned[], file?: CaseFile): CaseFile =>
  play(
    issued(plan, file),
    [cast.leadProposer, '2026-04-20', rate(1, verdict('satisfied'))],
    [cast.congressOffice, '2026-05-08', onMatter({ type: 'close', reason: null })],
  );
