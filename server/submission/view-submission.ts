import type { submissionPage } from '#contract/submission-shapes.ts';
import { allowedActions } from '#core/lifecycle.ts';
import { submissionUnmet } from '#core/submission/decide.ts';
import { submissionLifecycle } from '#core/submission/lifecycle.ts';
import { readableOpinions, readableSubmission } from '#core/submission/may-read.ts';
import { nextOfSubmission } from '#core/submission/next-step.ts';
import { picturesOf } from '#core/submission/rich-text.ts';
import { nextStep } from '#core/submission/standing.ts';
import {
  askedToWithdraw,
  outdatedSigners,
  standingSigners,
  type Submission,
} from '#core/submission/submission.ts';
import type { IntakeOf } from '#core/intake-rules.ts';
import type { z } from 'zod';
import type { OpenSubmission, SubmissionScene } from './open-submission.ts';
import { unlookedOf } from './reviewers.ts';
import { hasLetter } from './letter-of-decision.ts';
import { type Names, namesOf, nameOfSession } from './submission.views.ts';

type Page = z.output<typeof submissionPage>;

export const countSigners = (submission: Submission) => ({
  invited: submission.signers.filter(({ state }) => state === 'invited').length,
  signed: standingSigners(submission).length,
  outdated: outdatedSigners(submission).length,
  declined: submission.signers.filter(({ state }) => state === 'declined').length,
});

const decisionOf = ({ decision }: Submission, intake: IntakeOf, parts: Names['parts']): Page['decision'] => {
  if (decision === null) return null;
  const unknown = (code: string) => ({ zh: code, en: code });
  switch (decision.outcome) {
    case 'filed': {
      const { outcome, matterId, caseNo } = decision;
      return { outcome, matterId, caseNo };
    }
    case 'split': {
      const { outcome, text } = decision;
      return { outcome, into: [...parts], text };
    }
    case 'declined': {
      const grounds = decision.grounds.map((code) => ({
        code,
        name: intake.declineGrounds.find((one) => one.code === code)?.name ?? unknown(code),
      }));
      return { outcome: decision.outcome, grounds, text: decision.text };
    }
    case 'converted': {
      const name = intake.conversions.find(({ code }) => code === decision.to)?.name ?? unknown(decision.to);
      const { outcome, to, text } = decision;
      return { outcome, to, name, text };
    }
    default: {
      const forgotten: never = decision;
      return forgotten;
    }
  }
};

const decidedOtherwise: readonly string[] = ['declined', 'converted', 'split'];

/** What was asked before another decision came, or before its matter ended, is asked no more. */
const withdrawalOf = (
  submission: Submission,
  { matterOver }: OpenSubmission['context'],
): Page['withdrawal'] => {
  const past = matterOver || decidedOtherwise.includes(submission.state);
  if (submission.withdrawalReason === null || past) return null;
  const signers = askedToWithdraw(submission);
  return {
    reason: submission.withdrawalReason,
    agreed: signers.filter(({ agreesToWithdraw }) => agreesToWithdraw).length,
    needed: signers.length,
  };
};

const opinionsOf = ({ submission, intake, context }: OpenSubmission, { people }: Names): Page['opinions'] =>
  readableOpinions(submission, context.standings).map(({ byId, grounds, checks, ...opinion }) => {
    const steps = opinion.phase === 'vetting' ? intake.vetting : intake.review;
    return {
      ...opinion,
      grounds: [...grounds],
      checks: [...checks],
      by: people.find(({ id }) => id === byId)?.name ?? '',
      stepName: steps.find(({ code }) => code === opinion.step)?.name ?? {
        zh: opinion.step,
        en: opinion.step,
      },
    };
  });

const signersOf = (submission: Submission, { people }: Names): Page['signers'] =>
  submission.signers.map(({ personId, ...one }) => {
    const person = people.find(({ id }) => id === personId);
    return {
      ...one,
      person: { id: personId, name: person?.name ?? '', group: person?.group ?? '' },
      outdated: one.state === 'signed' && one.textNo !== submission.textNo,
    };
  });

/** What the office and its reviewers do among themselves is not the proposers' to follow step by step. */
const inHouse: readonly string[] = ['submission.takeStep', 'submission.choosePanel'];

const sentBack: readonly string[] = ['submission.returnForRevision', 'submission.disown'];
const withdrawals: readonly string[] = [
  'submission.askToWithdraw',
  'submission.agreeToWithdraw',
  'submission.refuseToWithdraw',
  'submission.takeBackWithdrawal',
];

/**
 * What a reader may know of its history. What its author and his signers did since it was sent back is theirs until it
 * is handed in again (`frozen`); how the office looked at it is the office's.
 */
const readableHistory = <E extends { readonly command: string }>(
  history: readonly E[],
  { frozen, office }: { readonly frozen: boolean; readonly office: boolean },
): E[] => {
  const last = history.findLastIndex(({ command }) => sentBack.includes(command));
  return history.filter(
    ({ command }, at) =>
      (!frozen || at <= last || withdrawals.includes(command)) && (office || !inHouse.includes(command)),
  );
};

/** Everything of one submission that this reader may see, with what he may do. */
export const viewSubmission = async (scene: SubmissionScene, open: OpenSubmission): Promise<Page> => {
  const { intake, context } = open;
  const { standings } = context;
  const submission = readableSubmission(open.submission, standings);
  const names = await namesOf(scene.tx, scene.actor.jurisdictionId, submission);
  const nameOf = (id: number): string => names.people.find((one) => one.id === id)?.name ?? '';
  const author = names.people.find(({ id }) => id === submission.authorId);
  const pictures = [...picturesOf(submission.text.facts), ...picturesOf(submission.text.analysis)];
  const step = nextStep(submission, intake);
  const office = standings.has('organ-office') || standings.has('reviewer');
  const { enteredById, text, form, version, kind, flowNo, state, textNo } = submission;
  return {
    ...{ id: submission.id, version, kind, flowNo, state, textNo },
    organ: { id: names.organ.id, name: names.organ.name, office: names.organ.office },
    session: names.session === null ? null : nameOfSession(names.organ.kind, names.session),
    inSession: submission.inSession,
    author: {
      id: submission.authorId,
      name: author?.name ?? '',
      group: author?.group ?? '',
      post: author?.post ?? '',
    },
    enteredBy: enteredById === null ? null : { id: enteredById, name: nameOf(enteredById) },
    proposerType: submission.proposerType,
    bodyName: submission.bodyName,
    sealFile: names.files.find(({ id }) => id === submission.sealFileId) ?? null,
    standings: [...standings],
    submittedTextNo: submission.submittedTextNo,
    text: text as Page['text'],
    form: form as Page['form'],
    preferredUnits: [...names.units],
    files: names.files.filter(({ id }) => submission.fileIds.includes(id)),
    pictures: names.files.filter(({ id }) => pictures.includes(id)),
    signers: signersOf(submission, names),
    counts: countSigners(submission),
    gatherUntil: submission.gatherUntil,
    panel: office ? names.panel : null,
    step: step === null ? null : { code: step.code, name: step.name },
    unlooked: standings.has('organ-office') ? await unlookedOf(scene, open, open.submission) : null,
    opinions: opinionsOf(open, names),
    submittedAt: submission.submittedAt,
    withdrawal: withdrawalOf(open.submission, context),
    returnedText: submission.returnedText,
    decision: decisionOf(submission, intake, names.parts),
    letter: hasLetter(submission, names.history, intake),
    decisionChecks: office ? [...(submission.decision?.checks ?? [])] : [],
    splitFromId: submission.splitFromId,
    paperOn: submission.paperOn,
    noScanReason: submission.noScanReason,
    next: nextOfSubmission(open.submission, intake, { ...context, personId: scene.actor.personId }),
    history: readableHistory(names.history, { frozen: submission !== open.submission, office }),
    allowedActions: [
      ...allowedActions(submissionLifecycle, {
        state,
        standings,
        unmet: submissionUnmet(open.submission, context),
      }),
    ] as Page['allowedActions'],
  };
};
