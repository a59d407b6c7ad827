import type { AllowedAction } from '#web/shared/ui/action-button.tsx';
import { isLive, type Matter, type Reply } from './matter-types.ts';

/** One thing that this person can do here and now, or could if the reason beside it were removed. */
export type Offer = {
  readonly on: 'matter' | 'assignment' | 'reply' | 'rating';
  readonly id: number;
  /** `edit`: go to the reply's editor, to write or to review. */
  readonly action: string;
  readonly allowed: AllowedAction;
  /** Whose, where the matter has several of them. */
  readonly subject: string | null;
  /** What the matter waits for, as opposed to what may be done at any time. */
  readonly awaited: boolean;
};

const onMatter = (matter: Matter): readonly Offer[] => {
  const unassigned = !matter.assignments.some((duty) => isLive(duty) && duty.role !== 'assist');
  const wanted = (action: string): boolean => {
    switch (action) {
      case 'splitPoints':
        return matter.points.length === 0;
      case 'assign':
        return unassigned;
      case 'close':
      case 'reopen':
        return true;
      default:
        return false;
    }
  };
  return matter.allowedActions
    .filter((one) => wanted(one.action))
    .map((allowed) => ({
      on: 'matter',
      id: matter.id,
      action: allowed.action,
      allowed,
      subject: null,
      awaited: allowed.action === 'splitPoints' || allowed.action === 'assign' || matter.stage === 'rated',
    }));
};

const dutyActions: Readonly<Record<string, string>> = {
  signFor: 'signFor',
  requestHandBack: 'requestHandBack',
  upholdHandBack: 'decideHandBack',
  grantExtension: 'decideExtension',
  subAssign: 'subAssign',
  recordContact: 'recordContact',
  writeOpinion: 'writeOpinion',
  startReply: 'startReply',
};

const onDuties = (matter: Matter): readonly Offer[] =>
  matter.assignments.filter(isLive).flatMap((duty) =>
    duty.allowedActions.flatMap((allowed) => {
      const action = dutyActions[allowed.action];
      const settled =
        (action === 'subAssign' && duty.handler !== null) ||
        (duty.state === 'answered' && action !== 'decideHandBack') ||
        // Nothing waits for a decision, or for that of another body.
        (action === 'decideExtension' && allowed.refusal !== null) ||
        // A reply of this round exists: the editor is offered instead of "start".
        (action === 'startReply' && allowed.refusal?.code === 'reply-open-already') ||
        // Whoever may both sign for and distribute does the first thing first; actions of the other role are noise.
        allowed.refusal?.code === 'opinion-only-assist' ||
        allowed.refusal?.code === 'reply-only-own' ||
        allowed.refusal?.code === 'hand-back-decided';
      if (action === undefined || settled) return [];
      return [
        {
          on: 'assignment' as const,
          id: duty.id,
          action,
          allowed,
          subject: duty.unit.name,
          awaited: action !== 'requestHandBack' && action !== 'recordContact',
        },
      ];
    }),
  );

const openEditor: Readonly<Record<Reply['state'], string | null>> = {
  draft: 'writeReply',
  sentBack: 'writeReply',
  inReview: 'reviewReply',
  cleared: null,
  issued: null,
};

const onReplies = (matter: Matter): readonly Offer[] =>
  matter.replies.flatMap((reply): readonly Offer[] => {
    const has = (action: string): AllowedAction | undefined =>
      reply.allowedActions.find((one) => one.action === action);
    const base = { on: 'reply' as const, id: reply.id, subject: reply.unitName, awaited: true };
    const editor = openEditor[reply.state];
    const mayEdit = has('save') ?? has('amendInReview');
    if (editor !== null && mayEdit !== undefined) return [{ ...base, action: editor, allowed: mayEdit }];
    const issue = has('issue');
    return issue === undefined ? [] : [{ ...base, action: 'issue', allowed: issue }];
  });

const onRatings = (matter: Matter): readonly Offer[] =>
  matter.ratings.flatMap((rating) => {
    const allowed = rating.allowedActions.find((one) => one.action === 'enterForProposer');
    return allowed === undefined || allowed.refusal !== null
      ? []
      : [
          {
            on: 'rating' as const,
            id: rating.id,
            action: 'enterForProposer',
            allowed,
            subject: rating.proposer.name,
            awaited: false,
          },
        ];
  });

/** What this person can do now to move the matter on: what is awaited and possible first, what is off last. */
export const offersOf = (matter: Matter): readonly Offer[] => {
  const all = [...onMatter(matter), ...onDuties(matter), ...onReplies(matter), ...onRatings(matter)];
  // A unit's name is worth its place only to whoever acts for several units.
  const subjects = new Set(all.flatMap((offer) => (offer.on === 'rating' ? [] : (offer.subject ?? []))));
  const rank = (offer: Offer): number => (offer.allowed.refusal === null ? 0 : 2) + (offer.awaited ? 0 : 1);
  return all
    .map((offer) => (subjects.size < 2 && offer.on !== 'rating' ? { ...offer, subject: null } : offer))
    .toSorted((a, b) => rank(a) - rank(b));
};
