import type { Random } from './random.ts';

/** Values for the slots of a text, by slot name. */
export type Slots = Readonly<Record<string, string>>;

/** Fills `{3-9}` with a number from the range and `{name}` from the slots; an unknown slot is a fault of the texts. */
export const fillSlots = (text: string, slots: Slots, random: Random): string =>
  text.replace(/\{(?:(\d+)-(\d+)|(\w+))\}/g, (_whole, low?: string, high?: string, name?: string) => {
    if (name === undefined) return String(roundly(random.int(Number(low), Number(high))));
    const value = slots[name];
    if (value === undefined) throw new RangeError(`no value for {${name}} in: ${text}`);
    return value;
  });

/** People quote large numbers in round figures. Years stay as they are. */
const roundly = (value: number): number => {
  if (value >= 10000) return Math.round(value / 500) * 500;
  if (value >= 2100) return Math.round(value / 100) * 100;
  if (value >= 1000 && (value < 1980 || value > 2010)) return Math.round(value / 50) * 50;
  if (value >= 200 && value < 1000) return Math.round(value / 10) * 10;
  return value;
};
