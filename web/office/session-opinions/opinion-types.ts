import type { ResponseOf } from '#contract/endpoint.ts';
import type { sessionOpinionFigures, sessionOpinions } from '#contract/session-opinion.ts';
import type { sessionDesk, sessionRecord } from '#contract/session-records.ts';

export type Desk = ResponseOf<typeof sessionDesk>;
export type Opinion = ResponseOf<typeof sessionOpinions>['items'][number];
export type Referral = Opinion['referrals'][number];
export type SessionRecord = ResponseOf<typeof sessionRecord>;
export type Figures = ResponseOf<typeof sessionOpinionFigures>;
