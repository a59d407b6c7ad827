import { type Grant, type Role, unitRoles } from '../access.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Instant, LocalDate } from '../words.ts';

const yearLater = (date: LocalDate): LocalDate =>
  `${String(Number(date.slice(0, 4)) + 1).padStart(4, '0')}${date.slice(4)}`;

/** A token's last day: after today and within a year (ASVS 5.0.0 13.3.4: secrets expire). */
export const checkTokenExpiry = (expiresOn: LocalDate, today: LocalDate): Refusal | null =>
  expiresOn > today && expiresOn <= yearLater(today) ? null : refuse('token-expiry', {}, 'expiresOn');

/** The end of a calendar day in China (UTC+8, no summer time). */
export const endOfDay = (date: LocalDate): Instant => `${date}T16:00:00.000Z`;

const organRoles: readonly Role[] = ['congress-office', 'cppcc-office'];

/** Only a proposer rates (law 3), and the audit trail is read by a person (等保 8.1.5). */
const neverService: readonly Role[] = ['proposer', 'audit-admin'];

/** A grant that a service account may hold: the role fits, and names the unit or organ that it needs. */
export const checkServiceGrant = (grant: Grant): Refusal | null => {
  const wantsUnit = (unitRoles as readonly Role[]).includes(grant.role);
  const wantsOrgan = organRoles.includes(grant.role);
  const fits = wantsUnit === (grant.unitId !== undefined) && wantsOrgan === (grant.organId !== undefined);
  return fits && !neverService.includes(grant.role) ? null : refuse('grant-invalid', {}, 'grants');
};
