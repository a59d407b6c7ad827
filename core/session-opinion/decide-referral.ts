import type { Standing } from '../access.ts';
import { type AllowedAction, allowedActions, permit } from '../lifecycle.ts';
import { checkText, type Decision, deny, firstRefusal, happen, type Refusal, refuse } from '../refusal.ts';
import type { Moment } from '../words.ts';
import { type ReferralAction, referralLifecycle } from './lifecycle.ts';
import type { Answer, Referral, ReferralEvent } from './session-opinion.ts';

export type ReferralCommand =
  | { readonly type: 'answerReferral'; readonly answer: Answer }
  | { readonly type: 'closeReferral' }
  | { readonly type: 'sendBackAnswer'; readonly reason: string }
  | { readonly type: 'handBackReferral'; readonly reason: string }
  | { readonly type: 'recallReferral'; readonly reason: string };

export type ReferralContext = { readonly at: Moment; readonly standings: ReadonlySet<Standing> };

const ask = (referral: Referral, { standings }: ReferralContext) => ({
  state: referral.state,
  standings,
  unmet: () => null,
});

export const allowedOnReferral = (
  referral: Referral,
  context: ReferralContext,
): readonly AllowedAction<ReferralAction>[] => allowedActions(referralLifecycle, ask(referral, context));

const checkAnswer = (answer: Answer, referral: Referral, { at }: ReferralContext): Refusal | null =>
  firstRefusal(
    answer.on > at.date ? refuse('session-day-future', { date: answer.on }, 'on') : null,
    // On the spot is before it was sent: the head of the unit sat in the group.
    answer.channel !== 'onSpot' && answer.on < referral.sentOn
      ? refuse('answer-before-sent', { date: referral.sentOn }, 'on')
      : null,
    checkText(answer.who, 'who', 200),
    checkText(answer.text, 'text', 5_000),
  );

/** Decides one command on an opinion at a unit. Errors are refusals; nothing is thrown. */
export const decideReferral = (
  command: ReferralCommand,
  referral: Referral,
  context: ReferralContext,
): Decision<ReferralEvent> => {
  const refusal = permit(referralLifecycle, command.type, ask(referral, context));
  if (refusal !== null) return deny(refusal);
  if (command.type === 'answerReferral') {
    const bad = checkAnswer(command.answer, referral, context);
    const { who, text, ...rest } = command.answer;
    return bad === null
      ? happen({ type: 'referralAnswered', answer: { ...rest, who: who.trim(), text: text.trim() } })
      : deny(bad);
  }
  if (command.type === 'closeReferral') return happen({ type: 'referralClosed' });
  const bad = checkText(command.reason, 'reason', 2_000);
  if (bad !== null) return deny(bad);
  const reason = command.reason.trim();
  switch (command.type) {
    case 'sendBackAnswer':
      return happen({ type: 'answerSentBack', reason });
    case 'handBackReferral':
      return happen({ type: 'referralHandedBack', reason });
    case 'recallReferral':
      return happen({ type: 'referralRecalled', reason });
    default: {
      const forgotten: never = command;
      return forgotten;
    }
  }
};

export const evolveReferral = (referral: Referral, event: ReferralEvent): Referral => {
  switch (event.type) {
    case 'referralAnswered':
      return { ...referral, state: 'answered', answer: event.answer };
    case 'referralClosed':
      return { ...referral, state: 'closed' };
    case 'answerSentBack':
      return { ...referral, state: 'sent', reason: event.reason };
    case 'referralHandedBack':
      return { ...referral, state: 'handedBack', reason: event.reason };
    case 'referralRecalled':
      return { ...referral, state: 'recalled', reason: event.reason };
    default: {
      const forgotten: never = event;
      return forgotten;
    }
  }
};
