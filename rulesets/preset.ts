import type { WorkCalendar } from '#core/clock/calendar.ts';
import type { Ruleset } from '#core/ruleset.ts';
import { cnCalendar } from './calendar/cn.ts';
import { national } from './national.ts';
import { shanghai } from './shanghai.ts';
import { shenzhen } from './shenzhen.ts';

export type PresetId = 'national' | 'shenzhen' | 'shanghai';

/** The rulesets that the product ships, by id. */
export const presets: Readonly<Record<PresetId, Ruleset>> = { national, shenzhen, shanghai };

/** The work calendars that the product ships, by the `region` of a ruleset. */
export const calendars: Readonly<Record<string, WorkCalendar>> = { [cnCalendar.region]: cnCalendar };
