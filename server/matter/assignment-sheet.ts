import type { Actor } from '#core/access.ts';
import { type CaseFile, liveDuties } from '#core/case/case-file.ts';
import { owedByUnit, owedToProposer } from '#core/case/due.ts';
import { explainDueDate } from '#core/clock/explain.ts';
import { toChineseNumeral } from '#core/numbering.ts';
import type { Moment } from '#core/words.ts';
import { fill } from '#contract/messages/message.ts';
import { clockMessages } from '#contract/messages/clock.ts';
import type { FileAnswer } from '../platform/answer.ts';
import type { Tx } from '../platform/db/database.ts';
import type { AssignmentSheet } from '../platform/documents/assignment-sheet.ts';
import type { DueDate } from '#core/clock/deadline.ts';
import { caseNames } from '../case/names.views.ts';

export type MatterDocuments = {
  readonly sheet: (
    tx: Tx,
    file: CaseFile,
    actor: Actor,
    at: Moment,
    format: 'pdf' | 'docx',
  ) => Promise<FileAnswer>;
};

type SheetDate = AssignmentSheet['dates'][number];

/** How the sheet is drawn: the document adapter, or a fake. */
export type DrawSheet = {
  readonly pdf: (sheet: AssignmentSheet) => Promise<Uint8Array>;
  readonly docx: (sheet: AssignmentSheet) => Promise<Uint8Array>;
};

const why = (due: DueDate): string =>
  explainDueDate(due)
    .map((line) =>
      fill(
        (clockMessages as Record<string, { zh: string; en: string }>)[`clock.why.${line.code}`] ?? {
          zh: '',
          en: '',
        },
        'zh',
        line.params as never,
      ),
    )
    .filter((text) => text !== '')
    .slice(0, 2)
    .join('；');

const datesOf = (file: CaseFile): readonly SheetDate[] => {
  const dates: SheetDate[] = [];
  const reply = owedToProposer(file);
  for (const duty of liveDuties(file)) {
    const owed = owedByUnit(file, duty);
    if (owed?.duty === 'signFor' && !dates.some((one) => one.duty === 'signForBy'))
      dates.push({ duty: 'signForBy', date: owed.date.date, why: why(owed.date) });
    if (duty.role === 'assist' && !dates.some((one) => one.duty === 'opinionBy')) {
      const opinion = owedByUnit(file, { ...duty, state: 'signed' });
      if (opinion !== null)
        dates.push({ duty: 'opinionBy', date: opinion.date.date, why: why(opinion.date) });
    }
  }
  if (reply !== null) dates.push({ duty: 'replyBy', date: reply.date.date, why: why(reply.date) });
  return dates;
};

export const matterDocuments = (draw: DrawSheet): MatterDocuments => ({
  sheet: async (tx, file, actor, at, format) => {
    const { matter, ruleset } = file;
    const names = await caseNames(tx, actor.jurisdictionId, file);
    const sheet: AssignmentSheet = {
      office: names.jurisdiction,
      sheetNo: null,
      caseNo: matter.caseNo,
      title: matter.title,
      kind: matter.kind === 'suggestion' ? '人大代表建议' : '政协提案',
      session: `${names.organ}第${toChineseNumeral(names.term)}届第${toChineseNumeral(names.session)}次会议${matter.inSession ? '' : '（闭会期间）'}`,
      proposers: file.proposerIds.map((id) => ({
        name: names.people.get(id)?.name ?? '',
        note: names.people.get(id)?.group ?? null,
      })),
      units: liveDuties(file).map((duty) => ({
        name: names.units.get(duty.unitId) ?? '',
        role: ruleset.roleNames[duty.role].zh,
        leader: duty.leaderId === null ? null : (names.people.get(duty.leaderId)?.name ?? null),
      })),
      responsibleLeader: names.responsibleLeader === '' ? null : names.responsibleLeader,
      assignedOn: matter.assignedOn ?? at.date,
      dates: datesOf(file),
      asks: matter.points,
      requirements: [],
      draft: matter.assignedOn === null,
    };
    return {
      name: `交办单-${matter.caseNo}.${format}`,
      mediaType:
        format === 'pdf'
          ? 'application/pdf'
          : 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      bytes: () => draw[format](sheet),
    };
  },
});
