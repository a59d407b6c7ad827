import { expect, test } from 'vitest';
import { paths, routeOf } from './routes.ts';

test.each([
  [paths.home, { page: 'home' }],
  ['/m/', { page: 'home' }],
  [paths.notices, { page: 'notices' }],
  [paths.settings, { page: 'settings' }],
  [paths.matter(7), { page: 'matter', matterId: 7 }],
  [paths.choose(7), { page: 'choose', matterId: 7 }],
  [paths.rate(7, 12), { page: 'rate', matterId: 7, ratingId: 12, step: 0 }],
  [paths.rate(7, 12, 3), { page: 'rate', matterId: 7, ratingId: 12, step: 3 }],
  [paths.rated(7, 12), { page: 'rated', matterId: 7, ratingId: 12 }],
])('%s is read as it was built', (path, route) => {
  expect(routeOf(path)).toEqual(route);
});

test.each([
  '/',
  '/matters/7',
  '/m/nothing',
  '/m/notices/1',
  '/m/matters',
  '/m/matters/x',
  '/m/matters/0',
  '/m/matters/07',
  '/m/matters/-1',
  '/m/matters/1e3',
  '/m/matters/7/rate/x',
  '/m/matters/7/rate/12/0',
  '/m/matters/7/rate/12/3/4',
  '/m/matters/7/rated',
  '/m/matters/7/rated/12/1',
])('%s leads nowhere', (path) => {
  expect(routeOf(path)).toEqual({ page: 'absent' });
});
