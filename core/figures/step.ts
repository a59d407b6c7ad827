/** One entry of a matter's journal, and the rows that it is put into. */
import type { DutyFact, MatterFact, ReplyFact } from './fact.ts';
import type { Heard } from './heard.ts';
import type { FactEntry, FactHistory } from './history.ts';
import type { Instant, LocalDate } from '../words.ts';
import type { Track } from './track.ts';

export type Tracks = {
  readonly matter: Track<MatterFact>;
  readonly duties: ReadonlyMap<number, Track<DutyFact>>;
  readonly replies: ReadonlyMap<number, Track<ReplyFact>>;
  readonly contacts: ReadonlyMap<number, Heard>;
};

export type Step = { readonly tracks: Tracks; readonly entry: FactEntry; readonly history: FactHistory };

/** When it stood: what was entered later about an earlier day stands since the end of that day. */
export const stood = (on: LocalDate, { entry, history }: Step): Instant =>
  on < entry.on ? history.endOf(on) : entry.at;

export const undated = { from: null, to: null };
