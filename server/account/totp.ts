/** Time-based one-time passwords (RFC 6238): SHA-1, six digits, steps of 30 seconds, as every authenticator reads them. */
import { Secret, TOTP } from 'otpauth';

const period = 30;

const totpOf = (secret: string, label = ''): TOTP =>
  new TOTP({
    issuer: 'Luoshi',
    label,
    algorithm: 'SHA1',
    digits: 6,
    period,
    secret: Secret.fromBase32(secret),
  });

/** 160 random bits in base32. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** `label`: what the authenticator shows, `name@place`. */
export const totpUri = (secret: string, label: string): string => totpOf(secret, label).toString();

/** The code of a moment; for the demo and for tests. */
export const totpCode = (secret: string, now: number): string => totpOf(secret).generate({ timestamp: now });

/**
 * The step that the code belongs to, or null. One step early or late is accepted for clocks that differ
 * (RFC 6238 §5.2); a step at or before `lastStep` is not: each code works once (ASVS 5.0.0 6.5.1).
 */
export const stepOfCode = (
  secret: string,
  code: string,
  now: number,
  lastStep: number | null,
): number | null => {
  const delta = totpOf(secret).validate({ token: code, timestamp: now, window: 1 });
  if (delta === null) return null;
  const step = Math.floor(now / 1000 / period) + delta;
  return lastStep !== null && step <= lastStep ? null : step;
};
