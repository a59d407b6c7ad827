import type { ResponseOf } from '#contract/endpoint.ts';
import type { getMatter } from '#contract/matter.ts';
import type { reference } from '#contract/see.ts';

export type Matter = ResponseOf<typeof getMatter>;
export type Assignment = Matter['assignments'][number];
export type Reply = Matter['replies'][number];
export type ReplyContent = NonNullable<Reply['content']>;
export type IssuedReply = Reply & { readonly content: ReplyContent };
export type Rating = Matter['ratings'][number];
export type Verdict = NonNullable<Rating['verdict']>;
export type Contact = Matter['contacts'][number];
export type Level = ResponseOf<typeof reference>['ruleset']['satisfaction'][number];
