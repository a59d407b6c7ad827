import type { ContactChannel } from '../ruleset.ts';
import type { Instant } from '../words.ts';

/** A contact by when it was entered. */
export type Heard = {
  readonly dutyId: number;
  readonly at: Instant;
  readonly channel: ContactChannel;
  readonly struck: boolean;
};

const firstOf = (contacts: readonly Heard[], channels: readonly ContactChannel[] | null): Instant | null =>
  contacts.find(({ channel }) => channels?.includes(channel) ?? true)?.at ?? null;

/** When a duty was first talked over, from the contacts that are not struck out. */
export const talkedOver = (
  contacts: ReadonlyMap<number, Heard>,
  dutyId: number,
  faceToFace: readonly ContactChannel[],
) => {
  const heard = [...contacts.values()].filter((row) => row.dutyId === dutyId && !row.struck);
  return {
    contacted: firstOf(heard, null),
    met: firstOf(heard, faceToFace),
    visited: firstOf(heard, ['visit']),
  };
};
