import { useMatter } from '../matter/matter-context.ts';
import type { Reply } from '../matter/matter-types.ts';
import { type Check, checkReply, type ReplyContent } from './check-reply.ts';

/** What still keeps this reply from leaving: from the form as it stands, and from what the server says. */
export const useChecks = (reply: Reply, content: ReplyContent): readonly Check[] => {
  const { matter } = useMatter();
  const duty = matter.assignments.find((one) => one.id === reply.assignmentId);
  const leaving = ['issue', 'approve', 'submit'];
  const refusals = leaving.flatMap((action) => reply.allowedActions.filter((one) => one.action === action));
  const contactRefusal = refusals.find((one) => one.refusal?.code === 'contact-required');
  const waits = duty?.role === 'lead' && reply.round === 1;
  const [first] = refusals;
  return checkReply(content, {
    pointNos: matter.points.map((point) => point.no),
    contacts: matter.contacts.filter(
      (contact) =>
        contact.assignmentId === reply.assignmentId &&
        contact.round === reply.round &&
        contact.struck === null &&
        contact.stage !== 'after',
    ).length,
    refusal: contactRefusal?.refusal ?? (first === undefined ? undefined : first.refusal),
    opinions: {
      given: new Set(matter.opinions.map((opinion) => opinion.assignmentId)).size,
      wanted: waits ? matter.opinionsWanted : 0,
    },
  });
};
