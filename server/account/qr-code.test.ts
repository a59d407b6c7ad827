import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { qrDataUrl, qrModules } from './qr-code.ts';

const drawn = (text: string): string =>
  qrModules(text)
    .map((row) => row.map(Number).join(''))
    .join('\n');
const digest = (text: string): string => createHash('sha256').update(drawn(text)).digest('hex').slice(0, 16);

const uri =
  'otpauth://totp/Luoshi:wang?issuer=Luoshi&secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&algorithm=SHA1&digits=6&period=30';

describe('a QR code', () => {
  // Each of these pictures was read back by an independent decoder (jsQR 1.4.0) before its digest was written down.
  it.each([
    ['a', 21, 'ad65f877bf9411d1'],
    [uri, 45, 'a76e5acb4a089e1a'],
    ['y'.repeat(222), 61, '7a66c23c5651cf7d'],
    ['y'.repeat(666), 97, '06f6de35c651f787'],
  ])('%# of its size', (text, side, expected) => {
    expect(qrModules(text)).toHaveLength(side);
    expect(digest(text)).toBe(expected);
  });

  it('has its three finder squares', () => {
    const rows = drawn('a').split('\n');
    const finder = ['1111111', '1000001', '1011101', '1011101', '1011101', '1000001', '1111111'];
    expect(rows.slice(0, 7).map((row) => row.slice(0, 7))).toEqual(finder);
    expect(rows.slice(0, 7).map((row) => row.slice(-7))).toEqual(finder);
    expect(rows.slice(-7).map((row) => row.slice(0, 7))).toEqual(finder);
  });

  it('refuses a text that is too long', () => {
    expect(() => qrModules('y'.repeat(667))).toThrow(RangeError);
  });

  it('comes as a picture that needs nothing from elsewhere', () => {
    const [head, data] = qrDataUrl('a').split(',');
    expect(head).toBe('data:image/svg+xml;base64');
    const svg = Buffer.from(data ?? '', 'base64').toString();
    expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 29 29"/);
    expect(svg.match(/h1v1h-1z/g)).toHaveLength([...drawn('a')].filter((one) => one === '1').length);
  });
});
