import { plainText } from './rich-text.ts';
import { handedInOf, type Submission, proposersOf } from './submission.ts';

/** What a submission brings to the matter that it becomes; its number and session are the office's to give. */
export const matterFromSubmission = (submission: Submission) => {
  const { text, form, kind, organId, proposerType, inSession } = submission;
  const body = [plainText(text.facts), plainText(text.analysis)]
    .filter((part) => part.trim() !== '')
    .join('\n\n');
  return {
    kind,
    organId,
    proposerType,
    inSession: inSession ?? false,
    title: text.title.trim(),
    body,
    category: form.category,
    publicConsent: form.publicConsent,
    points: text.asks
      .map((ask) => ask.trim())
      .filter((ask) => ask !== '')
      .map((ask, index) => ({ no: index + 1, text: ask })),
    proposerIds: proposersOf(submission),
  };
};

/** One part of a submission that is split: its own title and some of the asks. */
export type SplitPart = { readonly title: string; readonly asks: readonly number[] };

/**
 * The submission that a part becomes: its author and those who signed stay, the text is the part's, and it points to
 * where it comes from. Its attachments, pictures, body and seal are those of the whole. It begins its looks anew, as the office has made it another text.
 */
export const splitOff = (
  submission: Submission,
  part: SplitPart,
  handedIn: { readonly flowNo: string; readonly at: string },
): Omit<Submission, 'id' | 'version'> => {
  const { id, version: _, ...rest } = submission;
  const text = {
    ...submission.text,
    title: part.title,
    asks: part.asks.flatMap((index) => submission.text.asks[index] ?? []),
  };
  const signers = submission.signers
    .filter(({ state, textNo }) => state === 'signed' && textNo === submission.textNo)
    .map((one) => ({ ...one, textNo: 1 }));
  return {
    ...rest,
    flowNo: handedIn.flowNo,
    state: 'submitted',
    step: 0,
    textNo: 1,
    text,
    signers,
    opinions: [],
    submittedAt: handedIn.at,
    submittedTextNo: 1,
    handedIn: { ...handedInOf(rest), text, signers },
    withdrawalReason: null,
    returnedText: null,
    decision: null,
    splitFromId: id,
  };
};

/** Whether every ask of the submission is in exactly one part. */
export const splitsCleanly = (submission: Submission, parts: readonly SplitPart[]): boolean => {
  const taken = parts.flatMap(({ asks }) => asks).toSorted((a, b) => a - b);
  return taken.length === submission.text.asks.length && taken.every((place, index) => place === index);
};
