import type { Assignment } from '#core/assignment/assignment.ts';
import { askedAfterReply } from '#core/case/due.ts';
import { viewDate } from '../case/owed.ts';
import type { Look, MatterPage } from './look.ts';

type Page = MatterPage['assignments'][number];

const isOf = (event: unknown, dutyId: number): boolean =>
  typeof event === 'object' &&
  event !== null &&
  'id' in event &&
  event.id === dutyId &&
  'event' in event &&
  typeof event.event === 'object' &&
  event.event !== null &&
  'type' in event.event &&
  (event.event.type === 'disclosureRecorded' || event.event.type === 'followUpRecorded');

/** Who recorded each of them, in their order: the journal knows. */
const recordedBy = (look: Look, dutyId: number): readonly string[] =>
  look.around.journal.flatMap(({ data, actor }) =>
    (Array.isArray(data) ? data : []).filter((event) => isOf(event, dutyId)).map(() => actor),
  );

/** What a unit did after its replies, and what it is still asked to do; each date with its light and its why. */
export const afterReplyOf = (look: Look, duty: Assignment): Pick<Page, 'afterReply' | 'askedAfterReply'> => {
  const by = recordedBy(look, duty.id);
  const { file, scene } = look;
  return {
    afterReply: duty.afterReply.map((one, index) => ({ ...one, by: by[index] ?? '' })),
    askedAfterReply: askedAfterReply(file, duty).map((one) =>
      viewDate(file, scene.at.date, one.duty, one.date),
    ),
  };
};
