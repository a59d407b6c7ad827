/** The described years as base rows and journals in a database; the product's own rebuilding then makes the facts. */
import type pg from 'pg';
import type { Actor } from '#core/access.ts';
import type { CaseEvent } from '#core/case/case-event.ts';
import type { Matter } from '#core/matter/matter.ts';
import { emptyReply } from '#core/reply/reply.ts';
import type { Moment } from '#core/words.ts';
import { emptyStream, type JournalHead, nextEntry } from '#server/platform/journal.ts';
import { type Book, book, write } from './row-book.ts';
import { type MatterGroup, momentsOf, type PublishedYear, type Verdict } from './slice.ts';

type Kind = 'suggestion' | 'proposal';

export type FillScene = {
  readonly owner: pg.Client;
  readonly actor: Actor;
  readonly organs: Readonly<Record<Kind, number>>;
  readonly terms: Readonly<Record<Kind, number>>;
};

type Units = Readonly<Record<'transport' | 'port' | 'party', number>> & { readonly each: readonly number[] };

const addUnits = (into: Book): Units => {
  const unit = (name: string, system = 'government', boundary = false): number =>
    into.add('unit', { kind: 'unit', name, short_name: name, ...blankUnit, system, boundary });
  return {
    transport: unit('云川市交通运输局'),
    port: unit('云川港务区', 'central', true),
    party: unit('云川市委办公室', 'party'),
    each: Array.from({ length: 80 }, (_, at) => unit(`云川市第${at + 1}局`)),
  };
};
const blankUnit = { name_en: '', duties: '', document_prefix: '', position: 0, state: 'active', version: 1 };

/** One matter as it grows: its rows, and the entries of its journal. */
type Growing = {
  readonly scene: FillScene;
  readonly into: Book;
  readonly year: number;
  readonly matterId: number;
  head: JournalHead;
};

const entry = (growing: Growing, at: Moment, command: string, data: readonly CaseEvent[]): void => {
  const { scene, into, matterId } = growing;
  const stream = `matter:${matterId}`;
  const row = nextEntry(growing.head, scene.actor, at, { stream, command, matterId, data });
  growing.head = row;
  into.add('journal', row);
};

const fileMatter = (growing: Growing, group: MatterGroup, sessionId: number): Matter => {
  const { scene, into, year, matterId } = growing;
  const at = momentsOf(year);
  const kind = group.kind ?? 'suggestion';
  const assigned = group.duties !== undefined;
  const matter: Matter = {
    id: matterId,
    version: 1,
    kind,
    organId: scene.organs[kind],
    sessionId,
    inSession: group.inSession ?? true,
    caseNo: `${year}${matterId}`,
    title: `关于改善第${matterId}号路口的建议`,
    body: '请改善。',
    category: null,
    publicConsent: 'unasked',
    level: group.level ?? 'city',
    proposerType: 'individual',
    priority: group.priority ?? false,
    stage: 'filed',
    points: [],
    filedOn: at.filed.date,
    assignedOn: null,
    closedAt: null,
  };
  const answered = group.reply !== undefined;
  into.add('matter', {
    id: matterId,
    version: 1,
    kind,
    organ_id: matter.organId,
    session_id: sessionId,
    year,
    in_session: matter.inSession,
    case_no: matter.caseNo,
    title: matter.title,
    public_consent: 'unasked',
    stage: answered ? 'replied' : assigned ? 'assigned' : 'filed',
    filed_on: at.filed.date,
    assigned_on: assigned ? at.assigned.date : null,
    responsible_leader: '',
    lead_proposer_id: scene.actor.personId,
    due_on: 'infinity',
    updated_at: at.filed.instant,
    level: matter.level,
    proposer_type: 'individual',
    priority: matter.priority,
  });
  into.add('matter_text', { matter_id: matterId, body: matter.body });
  into.add('proposer', { matter_id: matterId, person_id: scene.actor.personId, position: 0 });
  entry(growing, at.filed, 'matter.file', [{ on: 'matter', event: { type: 'matterFiled', matter } }]);
  return matter;
};

type Duty = { readonly id: number; readonly unitId: number; readonly assists: boolean };

const assign = (growing: Growing, group: MatterGroup, units: Units, index: number): readonly Duty[] => {
  const { scene, into, year, matterId } = growing;
  const at = momentsOf(year);
  const answered = group.reply !== undefined;
  const kind = group.kind ?? 'suggestion';
  const made = (group.duties ?? []).map(({ unit, role }) => {
    const unitId = unit === 'each' ? (units.each[index % units.each.length] ?? 0) : units[unit];
    const id = into.add('assignment', {
      version: 1,
      matter_id: matterId,
      organ_id: scene.organs[kind],
      unit_id: unitId,
      role,
      state: answered ? 'answered' : 'assigned',
      round: group.reply?.verdicts?.length ?? 1,
      assigned_on: at.assigned.date,
      answered_on: answered ? at.replied.date : null,
      due_on: 'infinity',
      extensions: [],
      pauses: [],
      after_reply: [],
    });
    return { id, unitId, role };
  });
  if (made.length > 0)
    entry(growing, at.assigned, 'plan.assign', [
      { on: 'matter', event: { type: 'matterAssigned', on: at.assigned.date } },
      ...made.map(
        ({ id, unitId, role }): CaseEvent => ({
          on: 'assignment',
          id,
          event: { type: 'dutyAssigned', unitId, role, on: at.assigned.date },
        }),
      ),
    ]);
  return made.map(({ id, unitId, role }) => ({ id, unitId, assists: role === 'assist' }));
};

type ReplyGroup = NonNullable<MatterGroup['reply']>;

const issue = (growing: Growing, duty: Duty, reply: ReplyGroup, round: number): number => {
  const { into, year, matterId } = growing;
  const at = momentsOf(year);
  const on = round === 1 ? at.replied : at.repliedAgain;
  const id = into.add('reply', {
    version: 1,
    matter_id: matterId,
    assignment_id: duty.id,
    unit_id: duty.unitId,
    round,
    state: 'issued',
    level: 3,
    content: {
      ...emptyReply([1]),
      answers: [{ no: 1, answer: '已办。', adoption: reply.adopted === true ? 'adopted' : 'notAdopted' }],
      resultClass: reply.class,
      disclosure: 'proactive',
    },
    result_class: reply.class,
    disclosure: 'proactive',
    document_no: `云川函〔${year}〕${into.rows.reply.length + 1}号`,
    issued_on: on.date,
    updated_at: on.instant,
  });
  const issued = { documentNo: '', on: on.date, copies: [], opinionsMissingReason: null };
  entry(growing, on, 'reply.issue', [
    { on: 'reply', id, event: { type: 'replyIssued', ...issued } },
    { on: 'assignment', id: duty.id, event: { type: 'dutyAnswered', on: on.date } },
  ]);
  return id;
};

const rate = (growing: Growing, replyId: number, level: Verdict, round: number): void => {
  const { into, scene, year, matterId } = growing;
  const moments = momentsOf(year);
  const at = round === 1 ? moments.rated : moments.ratedAgain;
  const id = into.add('rating', {
    version: 1,
    reply_id: replyId,
    matter_id: matterId,
    round,
    proposer_id: scene.actor.personId,
    state: 'sealed',
    attitude: level,
    outcome: level,
    reason: '',
    points: [],
    sealed_at: at.instant,
  });
  const verdict = { attitude: level, outcome: level, reason: '', points: [] };
  const more = { enteredBy: null, scanId: null, at: at.instant, opensRound: level === 'dissatisfied' };
  entry(growing, at, 'rating.seal', [
    { on: 'rating', id, event: { type: 'ratingSealed', verdict, ...more } },
  ]);
};

/** Every round of every duty that replies, each rated before the next begins; and the opinions of those that assist. */
const answer = (growing: Growing, duties: readonly Duty[], reply: ReplyGroup): void => {
  const at = momentsOf(growing.year);
  const { verdicts = [] } = reply;
  const replying = duties.filter(({ assists }) => !assists);
  for (const { id } of duties.filter(({ assists }) => assists))
    entry(growing, at.opinionGiven, 'opinion.give', [
      { on: 'assignment', id, event: { type: 'dutyAnswered', on: at.opinionGiven.date } },
    ]);
  for (let round = 1; round <= Math.max(1, verdicts.length); round += 1) {
    const ids = replying.map((duty) => issue(growing, duty, reply, round));
    const moved = { type: 'stageMoved', from: 'handling', to: 'replied' } as const;
    if (round === 1) entry(growing, at.replied, 'reply.issue', [{ on: 'matter', event: moved }]);
    const verdict = verdicts[round - 1];
    if (verdict !== undefined) for (const id of ids) rate(growing, id, verdict, round);
  }
  if (reply.published !== true) return;
  for (const { id } of replying) {
    const said = { place: '市政府网站', reason: '' };
    const days = { recordedOn: at.published.date, on: at.published.date };
    const record = { duty: 'disclose' as const, round: Math.max(1, verdicts.length), ...days, ...said };
    entry(growing, at.published, 'disclosure.record', [
      { on: 'assignment', id, event: { type: 'disclosureRecorded', record } },
    ]);
  }
};

const addMatters = (scene: FillScene, into: Book, one: PublishedYear, units: Units, sessionOf: SessionOf) => {
  for (const group of one.matters ?? [])
    for (let index = 0; index < group.count; index += 1) {
      const matterId = into.rows.matter.length + 1;
      const growing: Growing = { scene, into, year: one.year, matterId, head: emptyStream };
      fileMatter(growing, group, sessionOf(group.kind ?? 'suggestion', group.session ?? 1));
      const duties = assign(growing, group, units, index);
      if (group.reply !== undefined) answer(growing, duties, group.reply);
      into.add('journal_head', { stream: `matter:${matterId}`, n: growing.head.n, hash: growing.head.hash });
    }
};

type SessionOf = (kind: Kind, number: number) => number;

const addBeside = (scene: FillScene, into: Book, one: PublishedYear, sessionId: number): void => {
  const at = momentsOf(one.year);
  const { personId } = scene.actor;
  const organ = { organ_id: scene.organs.suggestion };
  const { filed = 0, declined = 0 } = one.submissions ?? {};
  for (let index = 0; index < filed + declined; index += 1)
    into.add('submission', {
      ...organ,
      version: 1,
      kind: 'suggestion',
      session_id: sessionId,
      in_session: true,
      author_id: personId,
      proposer_type: 'individual',
      body_name: '',
      state: index < filed ? 'filed' : 'declined',
      step: 0,
      text_no: 1,
      title: '',
      form: {},
      file_ids: [],
      submitted_at: at.submitted.instant,
      created_at: at.submitted.instant,
      updated_at: at.filed.instant,
      filed_at: index < filed ? at.filed.instant : null,
      declined_at: index < filed ? null : at.filed.instant,
    });
  for (const [kind, count] of Object.entries(one.acts ?? {}))
    for (let index = 0; index < count; index += 1)
      into.add('supervision_act', {
        ...organ,
        version: 1,
        kind,
        day: at.assigned.date,
        who: '督查室',
        with_whom: '承办单位',
        place: '',
        result: '已督促。',
        entered_by: personId,
        entered_at: at.assigned.instant,
      });
  addOpinions(scene, into, one, sessionId);
};

const addOpinions = (scene: FillScene, into: Book, one: PublishedYear, sessionId: number): void => {
  const { sameDay = 0, nextDay = 0 } = one.opinions ?? {};
  if (sameDay + nextDay === 0) return;
  const { submitted } = momentsOf(one.year);
  const place = { organ_id: scene.organs.suggestion, session_id: sessionId };
  const groupId = into.add('session_group', { ...place, version: 1, name: '第一组' });
  const held = { held_on: submitted.date };
  const recordId = into.add('session_record', {
    ...place,
    ...held,
    version: 1,
    group_id: groupId,
    state: 'checked',
    place: '',
    notes: '',
    pieces: [],
    created_by: scene.actor.personId,
    created_at: submitted.instant,
    updated_at: submitted.instant,
  });
  for (let index = 0; index < sameDay + nextDay; index += 1) {
    const late = index < sameDay ? 0 : 86_400_000;
    const forwarded = new Date(Date.parse(submitted.instant) + late).toISOString();
    into.add('session_opinion', {
      ...place,
      ...held,
      version: 1,
      group_id: groupId,
      record_id: recordId,
      no: index + 1,
      position: index,
      state: 'forwarded',
      text: '请加快。',
      speaker: '',
      class_code: 'other',
      unit_ids: [],
      received_on: submitted.date,
      received_at: submitted.instant,
      forwarded_on: forwarded.slice(0, 10),
      forwarded_at: forwarded,
    });
  }
};

/** Fills everything; answers with the ids of the meetings, by year, kind and number. */
export const fillYears = async (
  scene: FillScene,
  years: readonly PublishedYear[],
): Promise<(year: number, kind: Kind, number: number) => number> => {
  const into = book(scene.actor);
  const units = addUnits(into);
  const sessions = new Map<string, number>();
  const sessionIn =
    (year: number): SessionOf =>
    (kind, number) => {
      const key = `${year} ${kind} ${number}`;
      const known = sessions.get(key);
      if (known !== undefined) return known;
      const id = into.add('session', {
        organ_id: scene.organs[kind],
        term_id: scene.terms[kind],
        number: 10 + sessions.size,
        year,
        opens_on: `${year}-01-05`,
        closes_on: `${year}-01-15`,
      });
      sessions.set(key, id);
      return id;
    };
  for (const one of years) {
    const sessionOf = sessionIn(one.year);
    addMatters(scene, into, one, units, sessionOf);
    addBeside(scene, into, one, sessionOf('suggestion', 1));
  }
  await write(scene, into);
  return (year, kind, number) => sessionIn(year)(kind, number);
};
