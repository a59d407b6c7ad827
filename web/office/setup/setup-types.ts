import type { accounts, apiTokens } from '#contract/accounts.ts';
import type { channelMessages, channels } from '#contract/channel.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import type { intakeSetup } from '#contract/intake-setup.ts';
import type { listPeople, listUnits, setupOverview } from '#contract/setup.ts';

export type Overview = ResponseOf<typeof setupOverview>;
export type Organ = Overview['organs'][number];
export type Term = Organ['terms'][number];
export type IntakeOrgan = ResponseOf<typeof intakeSetup>['organs'][number];
export type UnitRow = ResponseOf<typeof listUnits>['items'][number];
export type PersonRow = ResponseOf<typeof listPeople>['items'][number];
export type HeldGrant = PersonRow['grants'][number];
export type RoleName = HeldGrant['role'];
export type AccountRow = ResponseOf<typeof accounts>['items'][number];
export type ChannelRow = ResponseOf<typeof channels>['items'][number];
export type LetterRow = ResponseOf<typeof channelMessages>['items'][number];
export type TokenRow = ResponseOf<typeof apiTokens>['items'][number];
