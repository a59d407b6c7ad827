import type { ResponseOf } from '#contract/endpoint.ts';
import type { getMatter } from '#contract/matter.ts';
import type { reference } from '#contract/see.ts';

export type Matter = ResponseOf<typeof getMatter>;
export type Assignment = Matter['assignments'][number];
export type Contact = Matter['contacts'][number];
export type Opinion = Matter['opinions'][number];
export type Reply = Matter['replies'][number];
export type Rating = Matter['ratings'][number];
export type Reference = ResponseOf<typeof reference>;
export type Unit = Reference['units'][number];
export type HandlingRole = Assignment['role'];

/** Duties that still bind their unit; the others stay on the page as history. */
export const isLive = (duty: Assignment): boolean => duty.state !== 'handedBack' && duty.state !== 'revoked';
