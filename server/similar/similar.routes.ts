import { findSimilar, similarLimits } from '#contract/similar.ts';
import type { BodyOf } from '#contract/endpoint.ts';
import { answer, no } from '../platform/answer.ts';
import { type Route, route } from '../platform/route.ts';
import { type Sight, viewSimilar } from './similar.views.ts';

/** The first part that is too long to be compared while somebody types; null: none. */
const tooLong = ({ title, body = '', points = [] }: BodyOf<typeof findSimilar>) => {
  const parts: (readonly [field: string, length: number, max: number])[] = [
    ['title', title.length, similarLimits.title],
    ['body', body.length, similarLimits.body],
    ['points', Math.max(0, ...points.map((point) => point.length)), similarLimits.point],
  ];
  const found = parts.find(([, length, max]) => length > max);
  if (found !== undefined) {
    const [field, length, max] = found;
    return no('field-too-long', { field, max, length }, field);
  }
  return points.length > similarLimits.points ? no('field-invalid', { field: 'points' }, 'points') : null;
};

export const similarRoutes = (sight: Sight): readonly Route[] => [
  route(findSimilar, async ({ tx, actor, body }) => {
    const refused = tooLong(body);
    if (refused !== null) return refused;
    const asks = [...(body.points ?? []), body.body ?? ''].join('\n').trim();
    const text = asks === '' ? { title: body.title } : { title: body.title, asks };
    return answer({ items: [...(await viewSimilar(tx, sight, actor, text, body.exceptMatterId))] });
  }),
];
