/** Ratings on this device that the server does not have yet, by person: devices are shared in families and offices. */
import type { RatingDraft } from './rating-draft.ts';

const keyOf = (personId: number, ratingId: number): string => `luoshi.rating.${personId}.${ratingId}`;

const isDraft = (value: unknown): value is RatingDraft =>
  typeof value === 'object' &&
  value !== null &&
  'attitude' in value &&
  typeof value.attitude === 'string' &&
  'outcome' in value &&
  typeof value.outcome === 'string' &&
  'reason' in value &&
  typeof value.reason === 'string' &&
  'points' in value &&
  Array.isArray(value.points);

/** Null: there is none, or storage is refused. */
export const readKept = (personId: number, ratingId: number): RatingDraft | null => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(personId, ratingId)) ?? 'null');
    return isDraft(kept) ? kept : null;
  } catch {
    return null;
  }
};

export const keepOnDevice = (personId: number, ratingId: number, draft: RatingDraft): void => {
  try {
    localStorage.setItem(keyOf(personId, ratingId), JSON.stringify(draft));
  } catch {
    // Private windows and full disks refuse storage; the page itself still has it, and the server a second later.
  }
};

export const dropFromDevice = (personId: number, ratingId: number): void => {
  try {
    localStorage.removeItem(keyOf(personId, ratingId));
  } catch {
    // Storage that refuses to be read holds nothing to remove.
  }
};
