import { describe, expect, test } from 'vitest';
import { palette } from './palette.ts';

type Colour = keyof typeof palette;

const channel = (hex: string, at: number): number => {
  const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};

const luminance = (hex: string): number =>
  0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);

/** WCAG 2.2 contrast ratio. */
const contrast = (a: Colour, b: Colour): number => {
  const [dark = 0, light = 0] = [luminance(palette[a]), luminance(palette[b])].toSorted((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
};

const grounds = ['paper', 'surface', 'sunken'] as const;
const onGrounds = (text: Colour, extra: readonly Colour[] = []): readonly (readonly [Colour, Colour])[] =>
  [...grounds, ...extra].map((ground) => [text, ground] as const);

describe('colours', () => {
  test.each([
    ...onGrounds('ink'),
    ...onGrounds('ink-2', ['grey-soft', 'primary-soft']),
    ...onGrounds('ink-3'),
    ...onGrounds('primary', ['primary-soft']),
    ...onGrounds('seal'),
    ...onGrounds('red', ['red-soft']),
    ...onGrounds('orange', ['orange-soft']),
    ...onGrounds('yellow', ['yellow-soft']),
    ...onGrounds('green', ['green-soft']),
    ['surface', 'primary'],
    ['surface', 'primary-strong'],
    ['surface', 'red'],
  ] as const)('text %s on %s reaches 4.5:1', (text, ground) => {
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(grounds)('the outline of a control on %s reaches 3:1', (ground) => {
    expect(contrast('line-strong', ground)).toBeGreaterThanOrEqual(3);
  });
});
