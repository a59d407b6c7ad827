import type { WorkCalendar } from '#core/clock/calendar.ts';
import type { Ruleset } from '#core/ruleset.ts';
import { beijing } from './beijing.ts';
import { cnCalendar } from './calendar/cn.ts';
import { guangzhou } from './guangzhou.ts';
import { hangzhou } from './hangzhou.ts';
import { national } from './national.ts';
import { shanghai } from './shanghai.ts';
import { shenzhen } from './shenzhen.ts';
import { xian } from './xian.ts';
import { zhengzhou } from './zhengzhou.ts';

export type PresetId =
  | 'national'
  | 'beijing'
  | 'shanghai'
  | 'guangzhou'
  | 'shenzhen'
  | 'xian'
  | 'zhengzhou'
  | 'hangzhou';

/** The rulesets that the product ships, by id. */
export const presets: Readonly<Record<PresetId, Ruleset>> = {
  national,
  beijing,
  shanghai,
  guangzhou,
  shenzhen,
  xian,
  zhengzhou,
  hangzhou,
};

/** The work calendars that the product ships, by the `region` of a ruleset. */
export const calendars: Readonly<Record<string, WorkCalendar>> = { [cnCalendar.region]: cnCalendar };
