import { demoPersonas } from '#contract/demo.ts';
import { answer } from '../platform/answer.ts';
import { type Route, route } from '../platform/route.ts';
import { demoPassword, personaNotes } from './personas.ts';
import { listPersonas } from './demo.views.ts';

export const demoRoutes = (): readonly Route[] => [
  route(demoPersonas, async ({ tx, actor }) => {
    const known = await listPersonas(tx, actor.jurisdictionId, [...personaNotes.keys()]);
    return answer({
      password: known.length === 0 ? '' : demoPassword,
      items: known.flatMap(({ username, name }) => {
        const note = personaNotes.get(username);
        return note === undefined ? [] : [{ username, name, role: note.role, note: note.description }];
      }),
    });
  }),
];
