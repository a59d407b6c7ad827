/** Whether an office wrote to the proposers of a submission, and what, put together from what was kept. */
import type { IntakeOf } from '#core/intake-rules.ts';
import { answeredSubmission } from '#core/submission/may-read.ts';
import { proposersOf, type Submission } from '#core/submission/submission.ts';
import type { Tx } from '../platform/db/database.ts';
import { momentOf } from '../platform/moment.ts';
import type { Letter } from '../platform/documents/letter.ts';
import { decisionLetter, type DecisionPaper } from './decision-letter.ts';
import { type Names, namesOf } from './submission.views.ts';

const sendBacks: readonly string[] = ['submission.returnForRevision', 'submission.disown'];

/**
 * The command with which the office last wrote; null: it did not. What a delegation's looker sends back before it
 * reaches the office is his word, and what its author disowns is the author's: neither is the office's letter.
 */
const writtenWith = (
  { state, opinions }: Submission,
  history: Names['history'],
  { vetting }: Pick<IntakeOf, 'vetting'>,
): Names['history'][number] | null => {
  const last = (commands: readonly string[]) =>
    history.findLast(({ command }) => commands.includes(command)) ?? null;
  switch (state) {
    case 'declined':
      return last(['submission.decline']);
    case 'converted':
      return last(['submission.convert']);
    case 'split':
      return last(['submission.split']);
    case 'returned': {
      const back = last(sendBacks);
      const handedIn = last(['submission.submit', 'submission.splitOff'])?.at ?? '';
      const looked = opinions.filter(({ phase, at }) => phase === 'vetting' && at >= handedIn).length;
      const split = handedIn !== '' && last(['submission.submit']) === null;
      return back?.command === 'submission.returnForRevision' && (split || looked >= vetting.length)
        ? back
        : null;
    }
    default:
      return null;
  }
};

const saidOf = (submission: Submission, intake: IntakeOf, parts: Names['parts']): DecisionPaper['said'] => {
  const { decision } = submission;
  switch (decision?.outcome) {
    case 'declined':
      return {
        what: 'declined',
        grounds: decision.grounds.map(
          (code) => intake.declineGrounds.find((one) => one.code === code)?.name.zh ?? code,
        ),
      };
    case 'converted':
      return {
        what: 'converted',
        to: intake.conversions.find(({ code }) => code === decision.to)?.name.zh ?? decision.to,
      };
    case 'split':
      return { what: 'split', parts };
    default:
      return { what: 'returned' };
  }
};

const textOf = ({ decision, returnedText }: Submission): string =>
  decision === null || decision.outcome === 'filed' ? (returnedText ?? '') : decision.text;

/** Whether there is a letter to its proposers, by what the reader's page knows anyway. */
export const hasLetter = (submission: Submission, history: Names['history'], intake: IntakeOf): boolean =>
  writtenWith(submission, history, intake) !== null;

/** The letter, with the name under which it is given out; null: nothing was written. */
export const letterOfDecision = async (
  tx: Tx,
  j: number,
  whole: Submission,
  intake: IntakeOf,
): Promise<{ readonly letter: Letter; readonly name: string } | null> => {
  const submission = answeredSubmission(whole);
  const names = await namesOf(tx, j, submission);
  const written = writtenWith(submission, names.history, intake);
  if (written === null) return null;
  const { flowNo, submittedAt, text, bodyName, kind } = submission;
  const letter = decisionLetter({
    office: names.organ.office,
    kind,
    flowNo: flowNo ?? '',
    title: text.title,
    handedInOn: momentOf(new Date(submittedAt ?? written.at)).date,
    on: momentOf(new Date(written.at)).date,
    proposers: proposersOf(submission).map((id) => names.people.find((one) => one.id === id)?.name ?? ''),
    bodyName,
    text: textOf(submission),
    said: saidOf(submission, intake, names.parts),
  });
  return { letter, name: `${flowNo ?? submission.id}-${letter.title}` };
};
