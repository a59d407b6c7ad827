import type { SideEntry } from '#core/case/side-entry.ts';
import type { Look } from './look.ts';

export const isSide = (value: unknown): value is SideEntry =>
  typeof value === 'object' && value !== null && 'on' in value && value.on === 'side';

/** What the timeline of a matter shows of what happened beside its case file. */
export const sideEvents = (look: Look, data: readonly unknown[]) =>
  data
    .filter(isSide)
    .filter(({ shownTo }) => shownTo === 'all' || !look.outside)
    .map(({ event, params }) => ({ type: event.type, params: { ...params } }));
