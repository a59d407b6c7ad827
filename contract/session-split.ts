/** What the page proposes while notes are being cut, before anything is sent. */
import { type UnitWords, suggestClass, suggestUnits } from '#core/session-opinion/session-opinion.ts';
import { splitNotes } from '#core/session-opinion/split-notes.ts';
import type { OpinionClass } from '#core/session-opinion-rules.ts';
import type { z } from 'zod';
import type { piece } from './session-records.ts';

export type Piece = z.output<typeof piece>;
export type SplitWords = { readonly classes: readonly OpinionClass[]; readonly units: readonly UnitWords[] };

const propose = (text: string, { classes, units }: SplitWords) => ({
  classCode: suggestClass(text, classes),
  unitIds: [...suggestUnits(text, units)],
});

/** A piece with nothing but its text: the rest is proposed by its words. */
export const pieceOf = (text: string, speaker: string, words: SplitWords): Piece => ({
  text,
  speaker,
  speakerId: null,
  dropped: false,
  ...propose(text, words),
});

/** The proposed cut of the notes. What only opens the others is proposed to be left out, and stays in sight. */
export const proposeSplit = (notes: string, words: SplitWords): Piece[] =>
  splitNotes(notes).map(({ text, speaker, opening }) => ({
    ...pieceOf(text, speaker, words),
    dropped: opening,
  }));

/** Where a text is most likely two: at the stop nearest to its middle. Null: it has none inside. */
export const cutPlace = (text: string): number | null => {
  const stops = [...text.matchAll(/[。；;！!？?\n]+/gu)]
    .map((match) => match.index + match[0].length)
    .filter((at) => text.slice(at).trim() !== '' && text.slice(0, at).trim() !== '');
  const middle = text.length / 2;
  return stops.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0] ?? null;
};
