import type { Standing } from '../access.ts';
import { permit, type Unmet } from '../lifecycle.ts';
import { checkText, type Decision, deny, firstRefusal, happen, type Refusal, refuse } from '../refusal.ts';
import type { Moment } from '../words.ts';
import { type MatterAction, type MatterNeed, matterLifecycle } from './lifecycle.ts';
import type { Matter, MatterEvent, MatterStage, MatterText, Point } from './matter.ts';

export type MatterCommand =
  | { readonly type: 'amend'; readonly text: Partial<MatterText> }
  | { readonly type: 'splitPoints'; readonly points: readonly string[] }
  | { readonly type: 'close'; readonly reason: string | null }
  | { readonly type: 'reopen'; readonly reason: string }
  | { readonly type: 'withdraw'; readonly reason: string }
  | {
      readonly type: 'merge';
      readonly main: MergeSide;
      readonly reason: string;
      /** What the comparison of the texts says: whether the two ask for opposite things. */
      readonly opposite: boolean;
      readonly oppositeReason: string | null;
      /** Whether units that have it already are relieved of it. */
      readonly revokeDuties: boolean;
    }
  | { readonly type: 'takeIn'; readonly merged: TakenIn }
  | { readonly type: 'unmerge'; readonly main: MergeSide; readonly reason: string }
  | { readonly type: 'letGo'; readonly merged: Pick<Matter, 'id' | 'caseNo'> }
  | {
      readonly type: 'leaveProposers';
      readonly personId: number;
      readonly name: string;
      /** The merged matter under which his name stood; null: this one. */
      readonly via: Pick<Matter, 'id' | 'caseNo'> | null;
      readonly reason: string;
    };

/** The other matter of a merging, as far as it matters. */
export type MergeSide = Pick<Matter, 'id' | 'kind' | 'organId' | 'caseNo' | 'stage'>;

/** A matter that is handled with another, with those who are answered under its number. */
export type TakenIn = Pick<Matter, 'id' | 'caseNo' | 'title' | 'inSession'> & {
  readonly proposerIds: readonly number[];
};

export type MatterContext = {
  readonly at: Moment;
  readonly standings: ReadonlySet<Standing>;
  readonly replyIssued: boolean;
  /** A reply is on its way through the levels of clearance: what it answers must hold still. */
  readonly replyInReview: boolean;
  readonly rated: boolean;
  readonly mainDuties: number;
  /** How many matters are merged into this one. */
  readonly merged: number;
  /** The stage of the matter into which this one is merged; null: into none. */
  readonly mainStage: MatterStage | null;
  /** Whether a unit has answered in the round that runs. */
  readonly roundAnswered: boolean;
  /** Whether the actor said of the submission that his signature on it, entered from paper, was not his. */
  readonly signatureDisowned: boolean;
  /** What the person gave as the reason, where a need may be met by a reason. */
  readonly reason?: string | null;
};

export const limits = { title: 200, body: 50_000, point: 2_000, reason: 2_000, points: 50 } as const;

/** Once the main matter is here, what was merged into it has been answered with it. */
const answeredStages: readonly MatterStage[] = ['replied', 'rated', 'closed'];

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
      case 'noneMerged':
        return context.merged === 0 ? null : refuse('merge-has-merged', { count: context.merged });
      case 'mainUnanswered':
        return context.mainStage !== null && answeredStages.includes(context.mainStage)
          ? refuse('merge-answered')
          : null;
      case 'roundUnanswered':
        return context.roundAnswered ? refuse('merge-answered') : null;
      case 'signatureDisowned':
        return context.signatureDisowned ? null : refuse('not-entered-for-you');
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

const merge = (
  matter: Matter,
  { main, reason, opposite, oppositeReason }: Extract<MatterCommand, { type: 'merge' }>,
): Decision<MatterEvent> => {
  const why = (oppositeReason ?? '').trim();
  const bad = firstRefusal(
    main.id === matter.id ? refuse('merge-self') : null,
    main.organId === matter.organId && main.kind === matter.kind
      ? null
      : refuse('merge-other-organ', { caseNo: main.caseNo }),
    checkText(reason, 'reason', limits.reason),
    opposite && why === ''
      ? refuse('merge-opposite', { caseNo: main.caseNo }, 'oppositeReason')
      : why === ''
        ? null
        : checkText(why, 'oppositeReason', limits.reason),
  );
  return bad === null
    ? happen({
        type: 'matterMerged',
        mainId: main.id,
        mainCaseNo: main.caseNo,
        reason: reason.trim(),
        oppositeReason: why === '' ? null : why,
      })
    : deny(bad);
};

const unmerge = ({ main, reason }: Extract<MatterCommand, { type: 'unmerge' }>): Decision<MatterEvent> => {
  const bad = checkText(reason, 'reason', limits.reason);
  return bad === null
    ? happen({ type: 'matterUnmerged', mainId: main.id, mainCaseNo: main.caseNo, reason: reason.trim() })
    : deny(bad);
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
    case 'merge':
      return merge(matter, command);
    case 'unmerge':
      return unmerge(command);
    case 'takeIn':
      return happen({ type: 'matterTakenIn', matterId: command.merged.id, caseNo: command.merged.caseNo });
    case 'letGo':
      return happen({ type: 'matterLetGo', matterId: command.merged.id, caseNo: command.merged.caseNo });
    case 'leaveProposers': {
      const { personId, name, via, reason: why } = command;
      return happen({ type: 'proposerLeft', personId, name, viaCaseNo: via?.caseNo ?? null, reason: why });
    }
    default: {
      const forgotten: never = command;
      return forgotten;
    }
  }
};
