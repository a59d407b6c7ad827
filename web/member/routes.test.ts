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
  [paths.submissions, { page: 'submissions' }],
  [paths.begin, { page: 'begin' }],
  [paths.submission(5), { page: 'submission', submissionId: 5 }],
  [paths.sign(5), { page: 'sign', submissionId: 5 }],
  [paths.signers(5), { page: 'signers', submissionId: 5 }],
  [paths.write('s5', 'asks'), { page: 'write', draft: 's5', step: 'asks' }],
  [
    paths.write('d-0d9f2f9e-6f1e-4f6a-9d0e-2b6f3c1a7e55'),
    { page: 'write', draft: 'd-0d9f2f9e-6f1e-4f6a-9d0e-2b6f3c1a7e55', step: 'title' },
  ],
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
  '/m/submissions/x',
  '/m/submissions/5/other',
  '/m/submissions/new/1',
  '/m/write',
  '/m/write/s5',
  '/m/write/s5/nothing',
  '/m/write/5/title',
  '/m/write/s5/title/1',
])('%s leads nowhere', (path) => {
  expect(routeOf(path)).toEqual({ page: 'absent' });
});
