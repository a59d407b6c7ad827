import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SealBroken, sealer } from './secrets.ts';

const keyHex = '0f'.repeat(32);
const { seal, open } = sealer(keyHex);

describe('a sealed field', () => {
  it('opens to the same text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(open(seal(text))).toBe(text);
      }),
    );
  });

  it('shows nothing of the text, and is another each time', () => {
    const sealed = seal('19900000001');
    expect(sealed).not.toContain('19900000001');
    expect(Buffer.from(sealed.split('.')[2] ?? '', 'base64url').toString('latin1')).not.toContain(
      '19900000001',
    );
    expect(seal('19900000001')).not.toBe(sealed);
  });

  it('names its algorithm and key', () => {
    expect(seal('x')).toMatch(/^aes-256-gcm\.[0-9a-f]{8}\.[\w-]+$/);
  });

  it('does not open when any character was changed, dropped or added', () => {
    const sealed = seal('云川市 19900000001');
    for (let index = 0; index < sealed.length; index += 1) {
      const swapped = sealed.charAt(index) === 'A' ? 'B' : 'A';
      expect(() => open(sealed.slice(0, index) + swapped + sealed.slice(index + 1))).toThrow(SealBroken);
      expect(() => open(sealed.slice(0, index))).toThrow(SealBroken);
    }
    expect(() => open(`${sealed}A`)).toThrow(SealBroken);
    expect(() => open(`${sealed}.A`)).toThrow(SealBroken);
  });

  it('does not open with another key', () => {
    expect(() => sealer('10'.repeat(32)).open(seal('x'))).toThrow(SealBroken);
  });

  it('still opens after its key was replaced, and seals with the new one', () => {
    const renewed = sealer('10'.repeat(32), [keyHex]);
    expect(renewed.open(seal('x'))).toBe('x');
    expect(() => open(renewed.seal('x'))).toThrow(SealBroken);
  });

  it.each(['', '0f', 'zz'.repeat(32)])('refuses the key %j', (key) => {
    expect(() => sealer(key)).toThrow('32 bytes');
  });
});
