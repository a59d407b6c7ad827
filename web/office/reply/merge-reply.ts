import type { ReplyContent } from './check-reply.ts';

export type Side = 'mine' | 'theirs';

/** Field by field, the text that was chosen; keys as in `fieldsOf`, what is not named stays mine. */
export const mergeReply = (
  mine: ReplyContent,
  theirs: ReplyContent,
  choice: Readonly<Record<string, Side>>,
): ReplyContent => {
  const from = (key: string): ReplyContent => (choice[key] === 'theirs' ? theirs : mine);
  const numbers = [...new Set([...mine.answers, ...theirs.answers].map((answer) => answer.no))].toSorted(
    (a, b) => a - b,
  );
  const answerIn = (content: ReplyContent, no: number) => content.answers.find((answer) => answer.no === no);
  return {
    opening: from('opening').opening,
    answers: numbers.map((no) => ({
      no,
      answer: answerIn(from(`answer-${no}`), no)?.answer ?? '',
      adoption: answerIn(from(`adoption-${no}`), no)?.adoption ?? null,
    })),
    closing: from('closing').closing,
    resultClass: from('resultClass').resultClass,
    disclosure: from('disclosure').disclosure,
    disclosureReason: from('disclosureReason').disclosureReason,
    contactPerson: from('contactPerson').contactPerson,
    contactPhone: from('contactPhone').contactPhone,
  };
};
