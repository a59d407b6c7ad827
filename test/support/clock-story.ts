/** Requests for extensions and stops of the clock, as steps of a story: duty 1 of education, whose reply is due 2026-06-02. */
import type { Assignment } from '#core/assignment/assignment.ts';
import type { CaseFile } from '#core/case/case-file.ts';
import { owedByUnit, owedToProposer } from '#core/case/due.ts';
import type { Refusal } from '#core/refusal.ts';
import type { ExtensionRule, Ruleset } from '#core/ruleset.ts';
import type { LocalDate } from '#core/words.ts';
import { caseFile, cast, ruleset } from './builders.ts';
import { attempt, onDuty, play, type Step, signed } from './story.ts';

/** One extension of up to three months, in all up to six months from assignment. */
export const replyRule: ExtensionRule = {
  duty: 'reply',
  most: { unit: 'month', count: 3 },
  inAll: { base: 'assigned', amount: { unit: 'month', count: 6 } },
  times: 1,
  decidedBy: 'either',
  evidence: false,
  tellProposer: true,
  source: ruleset.rating.source,
};

export const under = (part: Partial<ExtensionRule>, more: Partial<Ruleset> = {}): CaseFile =>
  caseFile({ ruleset: { ...ruleset, extensions: [{ ...replyRule, ...part }], ...more } });

export const ask = (until: LocalDate, fileIds: readonly number[] = [], id = 1) =>
  onDuty(id, { type: 'askExtension', until, reason: '涉及三个部门，方案需论证', fileIds });
export const grant = (until: LocalDate, note = '', id = 1) =>
  onDuty(id, { type: 'grantExtension', until, note });
export const refuseExtension = (note = '理由不足') => onDuty(1, { type: 'refuseExtension', note });
export const takeBack = onDuty(1, { type: 'withdrawExtension', note: '' });
export const pause = onDuty(1, { type: 'pauseClock', reason: '代表出国，无法联系' });
export const resume = onDuty(1, { type: 'resumeClock', reason: '代表已回国' });

/** Asked for by the handler on 2026-05-20. */
export const asked = (
  file = signed(),
  until: LocalDate = '2026-08-02',
  on: LocalDate = '2026-05-20',
): CaseFile => play(file, [cast.educationHandler, on, ask(until)]);

/** Granted by the supervisor on 2026-05-25. */
export const granted = (until: LocalDate = '2026-08-02', file = signed()): CaseFile =>
  play(asked(file, until), [cast.supervisor, '2026-05-25', grant(until)]);

export const dutyOf = (file: CaseFile, id = 1): Assignment => {
  const found = file.duties.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no duty ${id}`);
  return found;
};

export const unitOwes = (file: CaseFile, id = 1) => {
  const owed = owedByUnit(file, dutyOf(file, id));
  return owed === null ? null : [owed.duty, owed.date.date];
};

export const proposerWaits = (file: CaseFile): LocalDate | null => owedToProposer(file)?.date.date ?? null;

/** The refusal in full, or null. */
export const refused = (file: CaseFile, ...[who, date, command]: Step): Refusal | null => {
  const outcome = attempt(file, [who, date, command]);
  return outcome.ok ? null : outcome.refusal;
};
