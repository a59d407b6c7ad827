/**
 * What a case comes to in figures: narrow rows of dated facts, computed from its journal and its rows. The same
 * function is asked after every act and when everything is computed anew, so that both give the same rows.
 */
import type { AfterReply } from '../assignment/after-reply.ts';
import type { CaseEvent } from '../case/case-event.ts';
import { ownProposers } from '../case/case-file.ts';
import { withDueDates } from './due-facts.ts';
import { talkedOver } from './heard.ts';
import { closedByPast, pastScene, withPast } from './history-facts.ts';
import type { FactEntry, FactHistory } from './history.ts';
import type { Matter } from '../matter/matter.ts';
import type { HandlingRole } from '../ruleset.ts';
import type { Instant, LocalDate } from '../words.ts';
import {
  type CaseFacts,
  type DutyFact,
  type MatterFact,
  type OfMatter,
  ofMatter,
  type Version,
} from './fact.ts';
import { issue, rate } from './reply-facts.ts';
import { type Step, stood, type Tracks, undated } from './step.ts';
import { dated, mapped, one, revised, type Track, track, versions } from './track.ts';

/** A leader is told by the assignment in whose name it is; assignments before that was kept are the present one's. */
const firstLeader = ({ entries, leader }: FactHistory): string | null => {
  const told = entries.flatMap(({ events }) =>
    events.flatMap((item) =>
      item.on === 'matter' && item.event.type === 'matterAssigned' ? [item.event.leader ?? ''] : [],
    ),
  );
  return told.find((name) => name !== '') ?? (leader === '' ? null : leader);
};

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
    leader: firstLeader(history),
    recorded: entry.at,
    unitId: null,
    filed: matter.filedOn < entry.on ? history.endOf(matter.filedOn) : entry.at,
    assigned: null,
    firstAssigned: null,
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

/** Another leader answers for the whole matter from now on. */
const ledBy = (tracks: Tracks, leader: string | undefined, at: Instant): Tracks =>
  leader === undefined ? tracks : reviseAll(tracks, at, { leader });

const assign = ({ tracks }: Step, at: Instant): Tracks => {
  const { assigned, firstAssigned } = tracks.matter.now;
  const change = { assigned: assigned ?? at, firstAssigned: firstAssigned ?? at };
  return { ...tracks, matter: dated(tracks.matter, change) };
};

/** It is assigned while a unit has it: where every duty has ended it waits to be assigned, and answered, anew. */
const unassigned = (tracks: Tracks, at: Instant): Tracks =>
  tracks.matter.now.assigned === null || [...tracks.duties.values()].some(({ now }) => now.ended === null)
    ? tracks
    : { ...tracks, matter: revised(tracks.matter, at, { assigned: null, replied: null }) };

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
      return assign({ ...step, tracks: ledBy(tracks, event.leader, at) }, stood(event.on, step));
    case 'stageMoved':
      if (event.to === 'replied') return matter({ replied: tracks.matter.now.replied ?? at });
      return event.to === 'rated' ? matter({ rated: tracks.matter.now.rated ?? at }) : tracks;
    case 'matterClosed':
      return matter({ closed: at });
    case 'pastClosed':
      return matter(closedByPast(tracks, pastScene(step, stood)));
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
    extensionAsked: null,
    extended: null,
    extensionRefused: null,
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
    case 'extensionAsked':
      return duty((now) => ({ extensionAsked: now.extensionAsked ?? at }));
    case 'extensionGranted':
      return duty((now) => ({ extended: now.extended ?? at }));
    case 'extensionRefused':
      return duty((now) => ({ extensionRefused: now.extensionRefused ?? at }));
    case 'dutyAnswered':
      return duty((now) => ({ done: now.done ?? stood(event.on, step) }));
    case 'roundOpened':
      return event.passesTo === undefined ? tracks : passTo(tracks, id, event.passesTo, at);
    case 'disclosureRecorded':
    case 'followUpRecorded':
      return afterReply(tracks, id, event.record, at);
    case 'pastRecorded':
      return {
        ...tracks,
        ...withPast(tracks, id, event.past, ofMatter(tracks.matter.now), pastScene(step, stood)),
      };
    case 'subAssigned':
    case 'handedOver':
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
    tracks = unassigned(tracks, entry.at);
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
