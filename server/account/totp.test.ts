import { describe, expect, it } from 'vitest';
import { newTotpSecret, stepOfCode, totpCode, totpUri } from './totp.ts';

// RFC 6238, appendix B: the ASCII secret 12345678901234567890; its eight digits end in these six.
const rfcSecret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('codes', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('at %i seconds as in RFC 6238', (seconds, code) => {
    expect(totpCode(rfcSecret, seconds * 1_000)).toBe(code);
  });

  const made = 1_000 * 30_000;
  const code = totpCode(rfcSecret, made);

  it('are accepted one step early and late, to the millisecond', () => {
    expect(stepOfCode(rfcSecret, code, made - 30_000, null)).toBe(1_000);
    expect(stepOfCode(rfcSecret, code, made + 60_000 - 1, null)).toBe(1_000);
    expect(stepOfCode(rfcSecret, code, made - 30_001, null)).toBeNull();
    expect(stepOfCode(rfcSecret, code, made + 60_000, null)).toBeNull();
  });

  it('work once: neither again nor after a later one', () => {
    expect(stepOfCode(rfcSecret, code, made, 999)).toBe(1_000);
    expect(stepOfCode(rfcSecret, code, made, 1_000)).toBeNull();
    expect(stepOfCode(rfcSecret, code, made + 30_000, 1_001)).toBeNull();
  });

  it('of another secret are wrong', () => {
    expect(stepOfCode('JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', code, made, null)).toBeNull();
  });
});

describe('a new secret', () => {
  it('has 160 bits and comes once', () => {
    const secrets = Array.from({ length: 200 }, newTotpSecret);
    expect(secrets.every((secret) => /^[A-Z2-7]{32}$/.test(secret))).toBe(true);
    expect(new Set(secrets).size).toBe(200);
  });

  it('is handed over in an otpauth address', () => {
    const uri = new URL(totpUri(rfcSecret, '王小落@yunchuan'));
    expect(uri.protocol).toBe('otpauth:');
    expect(decodeURIComponent(uri.pathname)).toContain('Luoshi:王小落@yunchuan');
    expect(uri.searchParams.get('secret')).toBe(rfcSecret);
    expect(uri.searchParams.get('period')).toBe('30');
  });
});
