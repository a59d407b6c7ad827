import { holdsAny, type RoleName, type Session } from '../shell/session.ts';

export type Whose = 'all' | 'unit' | 'section' | 'me';

const wide: readonly RoleName[] = ['supervisor', 'congress-office', 'cppcc-office', 'city-leader'];

/** Whose duties one can ask for: all that one may see, and the narrower ones that one has. */
export const whoseFor = (session: Pick<Session, 'roles'>): readonly Whose[] => [
  'all',
  ...(holdsAny(session, ['unit-office', 'unit-leader', 'section-head', 'handler'])
    ? (['unit'] as const)
    : []),
  ...(holdsAny(session, ['section-head']) ? (['section'] as const) : []),
  ...(holdsAny(session, ['handler']) ? (['me'] as const) : []),
];

/** What one looks at first: whoever watches over many, all; everybody else, what is his to see to. */
export const firstWhose = (session: Pick<Session, 'roles'>): Whose => {
  if (holdsAny(session, wide)) return 'all';
  if (holdsAny(session, ['unit-office', 'unit-leader'])) return 'unit';
  if (holdsAny(session, ['section-head'])) return 'section';
  return holdsAny(session, ['handler']) ? 'me' : 'all';
};
