/** Replies and their ratings as facts: issued, taken the place of by the next round, rated. */
import type { CaseEvent } from '../case/case-event.ts';
import { ofMatter, type ReplyFact } from './fact.ts';
import { gradeOf } from './grade.ts';
import type { ReplyContent } from '../reply/reply.ts';
import { type Step, stood, type Tracks, undated } from './step.ts';
import type { LocalDate } from '../words.ts';
import { dated, mapped, one, revised, track } from './track.ts';

const adoptedIn = (content: ReplyContent): number =>
  content.answers.filter(({ adoption }) => adoption === 'adopted' || adoption === 'partly').length;

export const issue = (step: Step, id: number, on: LocalDate): Tracks => {
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

export const rate = (
  step: Step,
  id: number,
  event: Extract<CaseEvent, { on: 'rating' }>['event'],
): Tracks => {
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
