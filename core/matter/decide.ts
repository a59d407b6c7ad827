import type { Standing } from '../access.ts';
import { permit, type Unmet } from '../lifecycle.ts';
import { checkText, type Decision, deny, firstRefusal, happen, type Refusal, refuse } from '../refusal.ts';
import type { Moment } from '../words.ts';
import { type MatterAction, type MatterNeed, matterLifecycle } from './lifecycle.ts';
import type { Matter, MatterEvent, MatterText, Point } from './matter.ts';

export type MatterCommand =
  | { readonly type: 'amend'; readonly text: Partial<MatterText> }
  | { readonly type: 'splitPoints'; readonly points: readonly string[] }
  | { readonly type: 'close'; readonly reason: string | null }
  | { readonly type: 'reopen'; readonly reason: string }
  | { readonly type: 'withdraw'; readonly reason: string };

export type MatterContext = {
  readonly at: Moment;
  readonly standings: ReadonlySet<Standing>;
  readonly replyIssued: boolean;
  /** A reply is on its way through the levels of clearance: what it answers must hold still. */
  readonly replyInReview: boolean;
  readonly rated: boolean;
  readonly mainDuties: number;
  /** What the person gave as the reason, where a need may be met by a reason. */
  readonly reason?: string | null;
};

export const limits = { title: 200, body: 50_000, point: 2_000, reason: 2_000, points: 50 } as const;

export const matterUnmet =
  (matter: Matter, context: Omit<MatterContext, 'at' | 'standings'>): Unmet<MatterNeed> =>
  (need): Refusal | null => {
    switch (need) {
      case 'noReplyIssued':
        return context.replyIssued ? refuse('points-locked') : null;
      case 'noReplyInReview':
        return context.replyInReview ? refuse('points-locked') : null;
      case 'ratedOrReason':
        return context.rated || (context.reason ?? '').trim() !== '' ? null : refuse('close-unrated-reason');
      case 'hasMainDuty':
        return context.mainDuties > 0 ? null : refuse('reopen-no-duty');
      case 'points':
        return matter.points.length > 0 ? null : refuse('points-missing');
      default: {
        const forgotten: never = need;
        return forgotten;
      }
    }
  };

export const permitMatter = (action: MatterAction, matter: Matter, context: MatterContext): Refusal | null =>
  permit(matterLifecycle, action, {
    state: matter.stage,
    standings: context.standings,
    unmet: matterUnmet(matter, context),
  });

const splitPoints = (points: readonly string[]): Decision<MatterEvent> => {
  if (points.length === 0) return deny(refuse('points-missing'));
  if (points.length > limits.points)
    return deny(refuse('field-too-long', { field: 'points', max: limits.points }));
  const bad = firstRefusal(...points.map((text, index) => checkText(text, `points[${index}]`, limits.point)));
  if (bad !== null) return deny(bad);
  const numbered: readonly Point[] = points.map((text, index) => ({ no: index + 1, text: text.trim() }));
  return happen({ type: 'pointsSplit', points: numbered });
};

const amend = (matter: Matter, text: Partial<MatterText>): Decision<MatterEvent> => {
  const bad = firstRefusal(
    text.title === undefined ? null : checkText(text.title, 'title', limits.title),
    text.body === undefined || text.body === '' ? null : checkText(text.body, 'body', limits.body),
  );
  if (bad !== null) return deny(bad);
  const keys = (Object.keys(text) as (keyof MatterText)[]).filter(
    (key) => text[key] !== undefined && text[key] !== matter[key],
  );
  if (keys.length === 0) return happen();
  const before = Object.fromEntries(keys.map((key) => [key, matter[key]])) as Partial<MatterText>;
  const after = Object.fromEntries(keys.map((key) => [key, text[key]])) as Partial<MatterText>;
  return happen({ type: 'matterAmended', before, after });
};

/** Decides one command on a matter; assigning is decided in `assignment/`, where the duties are. */
export const decideMatter = (
  command: MatterCommand,
  matter: Matter,
  context: MatterContext,
): Decision<MatterEvent> => {
  const reason = 'reason' in command ? command.reason : null;
  const refusal = permitMatter(command.type, matter, { ...context, reason });
  if (refusal !== null) return deny(refusal);
  switch (command.type) {
    case 'amend':
      return amend(matter, command.text);
    case 'splitPoints':
      return splitPoints(command.points);
    case 'close': {
      const stated = (command.reason ?? '').trim();
      const bad = stated === '' ? null : checkText(stated, 'reason', limits.reason);
      return bad === null
        ? happen({ type: 'matterClosed', at: context.at.instant, reason: stated === '' ? null : stated })
        : deny(bad);
    }
    case 'reopen': {
      const bad = checkText(command.reason, 'reason', limits.reason);
      return bad === null ? happen({ type: 'matterReopened', reason: command.reason }) : deny(bad);
    }
    case 'withdraw': {
      const bad = checkText(command.reason, 'reason', limits.reason);
      return bad === null
        ? happen({ type: 'matterWithdrawn', at: context.at.instant, reason: command.reason })
        : deny(bad);
    }
    default: {
      const forgotten: never = command;
      return forgotten;
    }
  }
};
