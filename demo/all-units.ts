import { cityUnits } from './units/city-units.ts';
import { economyUnits } from './units/economy-units.ts';
import { otherUnits } from './units/other-units.ts';
import { socialUnits } from './units/social-units.ts';
import type { UnitSpec } from './units/unit-spec.ts';

export const allUnits: readonly UnitSpec[] = [...economyUnits, ...socialUnits, ...cityUnits, ...otherUnits];
