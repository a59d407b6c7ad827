/**
 * What a case comes to in figures: narrow rows of dated facts, computed from its journal and its rows. The same
 * function is asked after every act and when everything is computed anew, so that both give the same rows.
 */
import type { AfterReply } from '../assignment/after-reply.ts';
import type { CaseEvent } from '../case/case-event.ts';
import { ownProposers } from '../case/case-file.ts';
import { withDueDates } from './due-facts.ts';
import { gradeOf } from './grade.ts';
import { type Heard, talkedOver } from './heard.ts';
import type { FactEntry, FactHistory } from './history.ts';
import type { Matter } from '../matter/matter.ts';
import type { ReplyContent } from '../reply/reply.ts';
import type { HandlingRole } from '../ruleset.ts';
import type { Instant, LocalDate } from '../words.ts';
import type { CaseFacts, DutyFact, MatterFact, OfMatter, ReplyFact, Version } from './fact.ts';
import { dated, mapped, one, revised, type Track, track, versions } from './track.ts';

type Tracks = {
  readonly matter: Track<MatterFact>;
  readonly duties: ReadonlyMap<number, Track<DutyFact>>;
  readonly replies: ReadonlyMap<number, Track<ReplyFact>>;
  readonly contacts: ReadonlyMap<number, Heard>;
};

type Step = { readonly tracks: Tracks; readonly entry: FactEntry; readonly history: FactHistory };

/** When it stood: what was entered later about an earlier day stands since the end of that day. */
const stood = (on: LocalDate, { entry, history }: Step): Instant =>
  on < entry.on ? history.endOf(on) : entry.at;

const undated = { from: null, to: null };

const ofMatter = (fact: MatterFact): OfMatter => ({
  organId: fact.organId,
  sessionId: fact.sessionId,
  year: fact.year,
  kind: fact.kind,
  level: fact.level,
  proposerType: fact.proposerType,
  inSession: fact.inSession,
  priority: fact.priority,
  category: fact.category,
  leadProposerId: fact.leadProposerId,
  leader: fact.leader,
  recorded: fact.recorded,
});

const fileMatter = (
  matter: Omit<Matter, 'id' | 'version'>,
  entry: FactEntry,
  history: FactHistory,
): Tracks => ({
  matter: track<MatterFact>({
    ...undated,
    organId: matter.organId,
    sessionId: matter.sessionId,
    year: history.year,
    kind: matter.kind,
    level: matter.level,
    proposerType: matter.proposerType,
    inSession: matter.inSession,
    priority: matter.priority,
    category: matter.category,
    leadProposerId: ownProposers(history.file)[0] ?? null,
    leader: history.leader === '' ? null : history.leader,
    recorded: entry.at,
    unitId: null,
    filed: matter.filedOn < entry.on ? history.endOf(matter.filedOn) : entry.at,
    assigned: null,
    due: null,
    replied: null,
    rated: null,
    closed: null,
    withdrawn: null,
    merged: null,
  }),
  duties: new Map(),
  replies: new Map(),
  contacts: new Map(),
});

const revisedOf = <T extends Version & OfMatter>(
  row: Track<T>,
  at: Instant,
  change: Partial<OfMatter>,
): Track<T> => revised(row, at, change as Partial<T>);

/** The matter's own properties are on every row of it. */
const reviseAll = (tracks: Tracks, at: Instant, change: Partial<OfMatter>): Tracks => ({
  ...tracks,
  matter: revisedOf(tracks.matter, at, change),
  duties: mapped(tracks.duties, (duty) => revisedOf(duty, at, change)),
  replies: mapped(tracks.replies, (reply) => revisedOf(reply, at, change)),
});

/** It goes from the counts of duties and replies with its matter; and comes back when a merging is undone. */
const gone = (tracks: Tracks, at: Instant | null, undoneAt: Instant | null): Tracks => {
  const change = <T extends Version & { readonly gone: Instant | null }>(row: Track<T>): Track<T> =>
    undoneAt === null
      ? dated(row, { gone: at } as Partial<T>)
      : revised(row, undoneAt, { gone: null } as Partial<T>);
  return { ...tracks, duties: mapped(tracks.duties, change), replies: mapped(tracks.replies, change) };
};

const onMatter = (step: Step, event: Extract<CaseEvent, { on: 'matter' }>['event']): Tracks => {
  const { tracks, entry } = step;
  const { at } = entry;
  const matter = (change: Partial<MatterFact>): Tracks => ({
    ...tracks,
    matter: dated(tracks.matter, change),
  });
  switch (event.type) {
    case 'matterAmended': {
      const { category, level, proposerType, priority } = event.after;
      return reviseAll(tracks, at, {
        ...(category === undefined ? {} : { category }),
        ...(level === undefined ? {} : { level }),
        ...(proposerType === undefined ? {} : { proposerType }),
        ...(priority === undefined ? {} : { priority }),
      });
    }
    case 'matterAssigned':
      return tracks.matter.now.assigned === null ? matter({ assigned: stood(event.on, step) }) : tracks;
    case 'stageMoved':
      if (event.to === 'replied') return matter({ replied: tracks.matter.now.replied ?? at });
      return event.to === 'rated' ? matter({ rated: tracks.matter.now.rated ?? at }) : tracks;
    case 'matterClosed':
      return matter({ closed: at });
    case 'matterReopened':
      return { ...tracks, matter: revised(tracks.matter, at, { closed: null }) };
    case 'matterWithdrawn':
      return gone(matter({ withdrawn: at }), at, null);
    case 'matterMerged':
      return gone(matter({ merged: at }), at, null);
    case 'matterUnmerged':
      return gone({ ...tracks, matter: revised(tracks.matter, at, { merged: null }) }, null, at);
    case 'matterFiled':
    case 'pointsSplit':
    case 'matterTakenIn':
    case 'matterLetGo':
    case 'proposerLeft':
      return tracks;
    default: {
      const forgotten: never = event;
      return forgotten;
    }
  }
};

const newDuty = (
  step: Step,
  id: number,
  unitId: number,
  role: HandlingRole,
  on: LocalDate,
): Track<DutyFact> =>
  track<DutyFact>({
    ...undated,
    ...ofMatter(step.tracks.matter.now),
    dutyId: id,
    unitId,
    role,
    assigned: stood(on, step),
    signDue: null,
    signed: null,
    contacted: null,
    met: null,
    visited: null,
    due: null,
    done: null,
    handBackAsked: null,
    extended: null,
    ended: null,
    gone: null,
  });

/** The unit that leads, after a duty came or ended: of several separate units the first. */
const withLead = (tracks: Tracks, at: Instant): Tracks => {
  const lead = [...tracks.duties.values()].find(({ now }) => now.role !== 'assist' && now.ended === null);
  const unitId = lead?.now.unitId ?? null;
  const { matter } = tracks;
  // Before the first one there was none, and the day of the assignment says until when.
  if (matter.now.unitId === null && matter.past.length === 0)
    return { ...tracks, matter: dated(matter, { unitId }) };
  return { ...tracks, matter: revised(matter, at, { unitId }) };
};

const passTo = (tracks: Tracks, dutyId: number, unitId: number, at: Instant): Tracks =>
  withLead(
    {
      ...tracks,
      duties: one(tracks.duties, dutyId, (duty) => revised(duty, at, { unitId })),
      replies: mapped(tracks.replies, (reply) =>
        reply.now.dutyId === dutyId ? revised(reply, at, { unitId }) : reply,
      ),
    },
    at,
  );

const afterReply = (tracks: Tracks, dutyId: number, record: AfterReply, at: Instant): Tracks => ({
  ...tracks,
  replies: mapped(tracks.replies, (reply) => {
    if (reply.now.dutyId !== dutyId || reply.now.round !== record.round) return reply;
    if (record.duty === 'disclose')
      return record.place === null ? reply : dated(reply, { published: reply.now.published ?? at });
    return record.settled ? dated(reply, { settled: reply.now.settled ?? at }) : reply;
  }),
});

const onDuty = (step: Step, id: number, event: Extract<CaseEvent, { on: 'assignment' }>['event']): Tracks => {
  const { tracks, entry } = step;
  const { at } = entry;
  const duty = (change: (now: DutyFact) => Partial<DutyFact>): Tracks => ({
    ...tracks,
    duties: one(tracks.duties, id, (row) => dated(row, change(row.now))),
  });
  switch (event.type) {
    case 'dutyAssigned': {
      const added = newDuty(step, id, event.unitId, event.role, event.on);
      return withLead({ ...tracks, duties: new Map(tracks.duties).set(id, added) }, at);
    }
    case 'signedFor':
      return duty((now) => ({ signed: now.signed ?? stood(event.on, step) }));
    // A refused hand-back counts as signed for: the unit has had its hearing.
    case 'handBackRejected':
      return duty((now) => ({ signed: now.signed ?? at }));
    case 'handBackRequested':
      return duty((now) => ({ handBackAsked: now.handBackAsked ?? at }));
    case 'handBackUpheld':
    case 'dutyRevoked':
      return withLead(
        duty(() => ({ ended: at })),
        at,
      );
    case 'extensionGranted':
      return duty((now) => ({ extended: now.extended ?? at }));
    case 'dutyAnswered':
      return duty((now) => ({ done: now.done ?? stood(event.on, step) }));
    case 'roundOpened':
      return event.passesTo === undefined ? tracks : passTo(tracks, id, event.passesTo, at);
    case 'disclosureRecorded':
    case 'followUpRecorded':
      return afterReply(tracks, id, event.record, at);
    case 'subAssigned':
    case 'handedOver':
    case 'extensionAsked':
    case 'extensionRefused':
    case 'extensionWithdrawn':
    case 'clockPaused':
    case 'clockResumed':
      return tracks;
    default: {
      const forgotten: never = event;
      return forgotten;
    }
  }
};

const onContact = (step: Step, id: number, event: Extract<CaseEvent, { on: 'contact' }>['event']): Tracks => {
  const { tracks, entry, history } = step;
  const { at } = entry;
  const { faceToFace } = history.wordsAt(at);
  if (event.type === 'contactRecorded') {
    const { assignmentId, channel } = event.contact;
    const contacts = new Map(tracks.contacts).set(id, { dutyId: assignmentId, at, channel, struck: false });
    const found = talkedOver(contacts, assignmentId, faceToFace);
    const duties = one(tracks.duties, assignmentId, (duty) => dated(duty, found));
    return { ...tracks, contacts, duties };
  }
  const struck = tracks.contacts.get(event.contactId);
  if (struck === undefined) return tracks;
  const contacts = new Map(tracks.contacts).set(event.contactId, { ...struck, struck: true });
  // It had counted until now: what counts from now on is another version.
  const found = talkedOver(contacts, struck.dutyId, faceToFace);
  return {
    ...tracks,
    contacts,
    duties: one(tracks.duties, struck.dutyId, (duty) => revised(duty, at, found)),
  };
};

const adoptedIn = (content: ReplyContent): number =>
  content.answers.filter(({ adoption }) => adoption === 'adopted' || adoption === 'partly').length;

const issue = (step: Step, id: number, on: LocalDate): Tracks => {
  const { tracks, entry, history } = step;
  const reply = history.file.replies.find((row) => row.id === id);
  const duty = reply === undefined ? undefined : tracks.duties.get(reply.assignmentId);
  if (reply === undefined || duty === undefined) return tracks;
  const { content } = reply;
  const meant = history.wordsAt(entry.at).resultClasses.find(({ code }) => code === content.resultClass);
  const at = stood(on, step);
  const fact = track<ReplyFact>({
    ...undated,
    ...ofMatter(tracks.matter.now),
    replyId: id,
    dutyId: reply.assignmentId,
    unitId: duty.now.unitId,
    role: duty.now.role,
    round: reply.round,
    class: content.resultClass,
    disclosure: content.disclosure,
    resolved: meant?.resolved ?? false,
    followUp: meant?.followUp ?? false,
    adopted: adoptedIn(content) > 0,
    points: content.answers.length,
    pointsAdopted: adoptedIn(content),
    attitude: null,
    outcome: null,
    attitudeGrade: null,
    outcomeGrade: null,
    issued: at,
    rated: null,
    published: null,
    settled: null,
    superseded: null,
    gone: null,
  });
  const before = mapped(tracks.replies, (row) =>
    row.now.dutyId === reply.assignmentId && row.now.superseded === null
      ? dated(row, { superseded: at })
      : row,
  );
  return { ...tracks, replies: new Map(before).set(id, fact) };
};

const worse = (a: number | null, b: number | null): boolean => (b ?? 0) > (a ?? 0);

const rate = (step: Step, id: number, event: Extract<CaseEvent, { on: 'rating' }>['event']): Tracks => {
  const { tracks, entry, history } = step;
  const { at } = entry;
  const rating = history.file.ratings.find((row) => row.id === id);
  if (rating === undefined) return tracks;
  const { attitude, outcome } = event.verdict;
  const { satisfaction } = history.wordsAt(at);
  const [attitudeGrade, outcomeGrade] = [gradeOf(satisfaction, attitude), gradeOf(satisfaction, outcome)];
  const replies = one(tracks.replies, rating.replyId, (row) => {
    if (row.now.rated === null)
      return dated(row, { rated: at, attitude, outcome, attitudeGrade, outcomeGrade });
    // Several rate one reply: the worst verdict of each dimension is the reply's.
    return revised(row, at, {
      ...(worse(row.now.attitudeGrade, attitudeGrade) ? { attitude, attitudeGrade } : {}),
      ...(worse(row.now.outcomeGrade, outcomeGrade) ? { outcome, outcomeGrade } : {}),
    });
  });
  return { ...tracks, replies };
};

const apply = (step: Step, item: CaseEvent): Tracks => {
  switch (item.on) {
    case 'matter':
      return onMatter(step, item.event);
    case 'assignment':
      return onDuty(step, item.id, item.event);
    case 'contact':
      return onContact(step, item.id, item.event);
    case 'reply':
      return item.event.type === 'replyIssued' ? issue(step, item.id, item.event.on) : step.tracks;
    case 'rating':
      return rate(step, item.id, item.event);
    case 'opinion':
      return step.tracks;
    default: {
      const forgotten: never = item;
      return forgotten;
    }
  }
};

/** The facts of one matter; null: its journal does not say that it was filed. */
export const factsOf = (history: FactHistory): CaseFacts | null => {
  let tracks: Tracks | null = null;
  const passed = [...history.passed];
  for (const entry of history.entries) {
    const [first] = entry.events;
    if (tracks === null && first?.on === 'matter' && first.event.type === 'matterFiled')
      tracks = fileMatter(first.event.matter, entry, history);
    if (tracks === null) continue;
    for (const item of entry.events) tracks = apply({ tracks, entry, history }, item);
    for (let next = passed[0]; next !== undefined && next.at <= entry.at; next = passed[0]) {
      tracks = passTo(tracks, next.dutyId, next.unitId, next.at);
      passed.shift();
    }
  }
  if (tracks === null) return null;
  const complete = withDueDates(tracks, history);
  return {
    matter: versions(complete.matter),
    duties: [...complete.duties.values()].flatMap(versions),
    replies: [...complete.replies.values()].flatMap(versions),
  };
};
