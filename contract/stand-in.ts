/** Acting for someone who is away: how a request says so, and which endpoints answer it. */
import type { Endpoint } from './endpoint.ts';

/** Header of a request in whose name it is: the id of the person who is away. */
export const forHeader = 'x-for';
/** The same in the address of a file, which a link opens without headers. */
export const forQuery = 'for';

/** Work on matters. Accounts, settings, imports and the city's own data are of the person himself. */
const workTags: readonly string[] = ['matters', 'assignments', 'replies', 'ratings', 'files', 'see'];

/** Of those, what is a person's own: his verdicts, his views, his notices and how they reach him. */
const ownIds: readonly string[] = [
  'rate',
  'saveRatingDraft',
  'myMatters',
  'savedViews',
  'saveView',
  'deleteView',
  'notices',
  'readNotices',
  'noticeStream',
  'ownChannels',
  'saveOwnChannel',
];

/** Whether a stand-in may call it for another; every other endpoint refuses with `not-while-standing-in`. */
export const isOpenToStandIn = ({ id, tag, access }: Pick<Endpoint, 'id' | 'tag' | 'access'>): boolean =>
  access.kind !== 'public' && workTags.includes(tag) && !ownIds.includes(id);
