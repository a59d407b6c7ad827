import { mayReadDraft, standingsOnDuty } from '#core/access.ts';
import { partiesOf } from '#core/case/case-file.ts';
import type { SupervisionEntry } from '#core/supervision/supervision-entry.ts';
import { type Look, unitName } from './look.ts';

const lines = new Set(['urge', 'notice', 'supervisionAct']);

export const isSupervision = (value: unknown): value is SupervisionEntry =>
  typeof value === 'object' &&
  value !== null &&
  'on' in value &&
  lines.has(String(value.on)) &&
  'event' in value;

/** Of matters of several organs at once: no organ's office reads in it of the other's (as in the lists of supervision). */
const isJoint = ({ around: { joint } }: Look, entry: SupervisionEntry): boolean =>
  (entry.on === 'notice' && joint.notices.includes(entry.id)) ||
  (entry.on === 'supervisionAct' && joint.acts.includes(entry.id));

/**
 * Who oversees the whole city sees all of it, an organ's office what is of its organ alone, a unit what its own duty
 * was sent, a proposer nothing.
 */
const isShown = (look: Look, entry: SupervisionEntry): boolean => {
  if (look.onMatter.has('supervisor') || look.onMatter.has('city-leader')) return true;
  if (look.onMatter.has('organ-office') && !isJoint(look, entry)) return true;
  if (entry.on === 'supervisionAct') return false;
  const own = look.file.duties.filter((duty) =>
    entry.on === 'urge' ? duty.id === entry.assignmentId : duty.unitId === entry.unitId,
  );
  return own.some((duty) => mayReadDraft(standingsOnDuty(look.scene.actor, partiesOf(look.file), duty.id)));
};

const paramsOf = (look: Look, entry: SupervisionEntry): Record<string, string | number> => {
  if (entry.on === 'supervisionAct')
    return entry.event.type === 'supervisionActRecorded'
      ? { kind: entry.event.act.kind, result: entry.event.act.result.slice(0, 200) }
      : { reason: entry.event.reason };
  if (entry.on === 'notice') return { unit: unitName(look, entry.unitId), documentNo: entry.documentNo };
  const { event } = entry;
  const duty = look.file.duties.find(({ id }) => id === entry.assignmentId);
  const about = {
    ...(duty === undefined ? {} : { unit: unitName(look, duty.unitId) }),
    slipNo: entry.slipNo,
    level: entry.level,
  };
  switch (event.type) {
    case 'urged':
      return about;
    case 'urgeAcknowledged':
      return { ...about, note: event.note, ...(event.doneBy === null ? {} : { doneBy: event.doneBy }) };
    case 'urgeTakenBack':
      return { ...about, reason: event.reason };
    default: {
      const forgotten: never = event;
      return forgotten;
    }
  }
};

/** What the timeline of a matter shows of supervision to this reader. */
export const supervisionEvents = (look: Look, data: readonly unknown[]) =>
  data
    .filter(isSupervision)
    .filter((entry) => isShown(look, entry))
    .map((entry) => ({ type: entry.event.type, params: paramsOf(look, entry) }));
