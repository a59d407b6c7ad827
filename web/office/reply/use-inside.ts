import { useMatter } from '../matter/matter-context.ts';
import type { Assignment, Reply } from '../matter/matter-types.ts';
import { type Session, useSession } from '../shell/session.ts';

const worksInside = ({ roles, person }: Pick<Session, 'roles' | 'person'>, duty: Assignment): boolean =>
  roles.some(({ role, unit }) => {
    switch (role) {
      case 'unit-office':
      case 'unit-leader':
        return unit?.id === duty.unit.id;
      case 'section-head':
        return unit?.id !== undefined && unit?.id === duty.section?.id;
      case 'handler':
        return duty.handler?.id === person.id;
      default:
        return false;
    }
  });

/** Whether this person works on the reply inside its unit: versions of a draft are open to no one else. */
export const useInside = (reply: Reply): boolean => {
  const { matter } = useMatter();
  const session = useSession();
  const duty = matter.assignments.find((one) => one.id === reply.assignmentId);
  return duty !== undefined && worksInside(session, duty);
};
