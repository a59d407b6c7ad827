import type { ResponseOf } from '#contract/endpoint.ts';
import type { supervisionActs } from '#contract/supervision.ts';
import type { supervisionNotices } from '#contract/supervision-notices.ts';
import type { proposeUrges, urges } from '#contract/urges.ts';

export type Slip = ResponseOf<typeof urges>['items'][number];
export type Notice = ResponseOf<typeof supervisionNotices>['items'][number];
export type Act = ResponseOf<typeof supervisionActs>['items'][number];
export type Proposals = ResponseOf<typeof proposeUrges>;
export type Proposal = Proposals['items'][number];
export type Level = Slip['level'];
