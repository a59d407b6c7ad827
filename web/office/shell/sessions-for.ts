import type { ResponseOf } from '#contract/endpoint.ts';
import type { reference } from '#contract/see.ts';
import type { Session } from './session.ts';

type Reference = ResponseOf<typeof reference>;

/** Sessions for which this person files and prints, newest first; an organ's office: those of its organ. */
export const sessionsFor = (
  session: Pick<Session, 'roles'>,
  { sessions }: Reference,
): Reference['sessions'] => {
  const everywhere = session.roles.some(({ role }) => role === 'supervisor');
  const own = session.roles.flatMap(({ organ }) => (organ === null ? [] : [organ.id]));
  return sessions
    .filter(({ organId }) => everywhere || own.includes(organId))
    .toSorted((a, b) => b.year - a.year || b.number - a.number);
};
