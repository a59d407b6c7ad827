/** What a record of earlier years comes to in figures: the days of the list, each since its end. */
import { lastPastReply, type Past, type PastReply } from '../assignment/past.ts';
import type { FactEntry, FactHistory, FactWords } from './history.ts';
import type { DutyFact, MatterFact, OfMatter, ReplyFact } from './fact.ts';
import { gradeOf } from './grade.ts';
import { dated, type Track, track } from './track.ts';
import type { Instant, LocalDate } from '../words.ts';

/** More rounds than a record can have. */
const mostRounds = 16;

/** Behind every id that a row can have, and still a whole number that every language counts with. */
const firstPastKey = 2 ** 50;

/** The key of a reply of which there is only a record: there is no row of it that could be opened. */
const pastReplyKey = (dutyId: number, round: number): number => firstPastKey + dutyId * mostRounds + round;

export const isPastReplyKey = (key: number): boolean => key >= firstPastKey;

export type PastScene = {
  /** Since when something of that day stands. */
  readonly stood: (on: LocalDate) => Instant;
  /** When the record was entered. */
  readonly at: Instant;
  /** When the matter was closed, where the record tells. */
  readonly closedOn: LocalDate | null;
  readonly words: FactWords;
};

type Step = { readonly entry: FactEntry; readonly history: Pick<FactHistory, 'wordsAt'> };

/** How the days of a record are taken that is entered with this entry. */
export const pastScene = <S extends Step>(step: S, stood: (on: LocalDate, step: S) => Instant): PastScene => {
  const { entry, history } = step;
  const [closedOn = null] = entry.events.flatMap((item) =>
    item.on === 'matter' && item.event.type === 'pastClosed' ? [item.event.on] : [],
  );
  return { stood: (on) => stood(on, step), at: entry.at, closedOn, words: history.wordsAt(entry.at) };
};

/** A contact without a day is known to have been by the reply: 先协商后答复. */
const talked = (past: Past, done: Instant | null, { stood, words }: PastScene): Partial<DutyFact> => {
  const { contact } = past;
  if (contact === null) return { contacted: null, met: null, visited: null };
  const on = contact.on === null ? done : stood(contact.on);
  return {
    contacted: on,
    met: contact.channels.some((one) => words.faceToFace.includes(one)) ? on : null,
    visited: contact.channels.includes('visit') ? on : null,
  };
};

const dutyFrom = (past: Past, scene: PastScene): Partial<DutyFact> => {
  const [first] = past.replies;
  const done = first === undefined ? null : scene.stood(first.on);
  return {
    signed: past.signedOn === null ? null : scene.stood(past.signedOn),
    done,
    ...talked(past, done, scene),
  };
};

/** A verdict without a day stood when the matter was closed; where that is not told either, since it was entered. */
const ratedAt = (
  { ratedOn, attitude, outcome }: PastReply,
  { stood, at, closedOn }: PastScene,
): Instant | null => {
  if (attitude === null && outcome === null) return null;
  const on = ratedOn ?? closedOn;
  return on === null ? at : stood(on);
};

const delivered = (past: Past, reply: PastReply, { stood, at }: PastScene): Instant | null => {
  if (past.promise?.delivered !== true || reply !== lastPastReply(past)) return null;
  return past.promise.on === null ? at : stood(past.promise.on);
};

const grade = (words: FactWords, level: string | null): number | null =>
  level === null ? null : gradeOf(words.satisfaction, level);

const replyFrom = (
  duty: DutyFact,
  shared: OfMatter,
  past: Past,
  reply: PastReply,
  scene: PastScene,
): Track<ReplyFact> => {
  const { words, stood } = scene;
  const meant = words.resultClasses.find(({ code }) => code === reply.resultClass);
  const next = past.replies.find(({ round }) => round === reply.round + 1);
  return track<ReplyFact>({
    ...shared,
    from: null,
    to: null,
    replyId: pastReplyKey(duty.dutyId, reply.round),
    dutyId: duty.dutyId,
    unitId: duty.unitId,
    role: duty.role,
    round: reply.round,
    class: reply.resultClass,
    disclosure: reply.disclosure,
    resolved: meant?.resolved ?? false,
    followUp: meant?.followUp ?? false,
    adopted: reply.adopted ?? false,
    points: 0,
    pointsAdopted: 0,
    attitude: reply.attitude,
    outcome: reply.outcome,
    attitudeGrade: grade(words, reply.attitude),
    outcomeGrade: grade(words, reply.outcome),
    issued: stood(reply.on),
    rated: ratedAt(reply, scene),
    published: null,
    settled: delivered(past, reply, scene),
    superseded: next === undefined ? null : stood(next.on),
    gone: null,
  });
};

type Rows = {
  readonly duties: ReadonlyMap<number, Track<DutyFact>>;
  readonly replies: ReadonlyMap<number, Track<ReplyFact>>;
};

/** A later record of the same duty takes the place of the one before, also as of days before it was entered. */
export const withPast = (
  rows: Rows,
  dutyId: number,
  past: Past,
  shared: OfMatter,
  scene: PastScene,
): Rows => {
  const duty = rows.duties.get(dutyId);
  if (duty === undefined) return rows;
  const kept = [...rows.replies].filter(([id, { now }]) => !isPastReplyKey(id) || now.dutyId !== dutyId);
  const told = past.replies.map((reply) => {
    const one = replyFrom(duty.now, shared, past, reply, scene);
    return [one.now.replyId, one] as const;
  });
  return {
    duties: new Map(rows.duties).set(dutyId, dated(duty, dutyFrom(past, scene))),
    replies: new Map([...kept, ...told]),
  };
};

const latest = (all: readonly (Instant | null)[]): Instant | null =>
  all.length === 0 || all.includes(null) ? null : (all.toSorted().at(-1) ?? null);

/** The matter itself, once what is told of each of its units is in; without a day it is over since it was entered. */
export const closedByPast = (rows: Rows, { stood, at, closedOn }: PastScene): Partial<MatterFact> => {
  const main = [...rows.duties.values()].filter(({ now }) => now.role !== 'assist' && now.ended === null);
  const last = [...rows.replies.values()].filter(({ now }) => now.superseded === null);
  return {
    replied: latest(main.map(({ now }) => now.done)),
    rated: latest(last.map(({ now }) => now.rated)),
    closed: closedOn === null ? at : stood(closedOn),
  };
};
