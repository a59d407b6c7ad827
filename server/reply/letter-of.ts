import { type CaseFile, ownProposers } from '#core/case/case-file.ts';
import type { TakenIn } from '#core/matter/decide.ts';
import { formatLetterTitle } from '#core/numbering.ts';
import type { Reply } from '#core/reply/reply.ts';
import type { CaseNames } from '../case/names.views.ts';
import type { Letter } from '../platform/documents/letter.ts';

const paragraphs = (text: string): readonly string[] =>
  text
    .split(/\n+/)
    .map((one) => one.trim())
    .filter((one) => one !== '');

const disclosureWords = { proactive: '主动公开', onRequest: '依申请公开', notPublic: '不予公开' } as const;

/** Whom a letter answers: the matter's own proposers, or those of one merged into it, under their own number. */
type Answered = Pick<TakenIn, 'caseNo' | 'title' | 'inSession' | 'proposerIds'>;

const titleOf = (file: CaseFile, names: CaseNames, answered: Answered): string => {
  const { letter } = file.ruleset;
  const patterns = answered.inSession ? letter.title : letter.offSessionTitle;
  return formatLetterTitle(patterns[file.matter.kind], {
    organName: names.organ,
    term: names.term,
    session: names.session,
    caseNo: answered.caseNo,
    title: answered.title,
  });
};

/** Copies that the ruleset names for this kind of matter, then the assisting units. */
export const copiesOf = (file: CaseFile, names: CaseNames): readonly string[] => [
  ...file.ruleset.letter.copies
    .filter((copy) => copy.kind === undefined || copy.kind === file.matter.kind)
    .map((copy) => copy.zh),
  ...file.duties
    .filter((duty) => duty.role === 'assist' && duty.endedOn === null)
    .map((duty) => names.units.get(duty.unitId) ?? ''),
];

const togetherWith = (file: CaseFile, merged: TakenIn | null): readonly string[] =>
  merged === null
    ? []
    : [
        `您提出的第${merged.caseNo}号“${merged.title}”与第${file.matter.caseNo}号“${file.matter.title}”内容相同，已并案办理，现一并答复如下。`,
      ];

/**
 * The letter that a reply comes to: a draft until it is issued. `merged`: for the proposers of that matter 并案, under
 * its own number and title. The class mark's code is left out where it is a word.
 */
export const letterOf = (
  file: CaseFile,
  reply: Reply,
  names: CaseNames,
  copies: readonly string[],
  merged: TakenIn | null = null,
): Letter => {
  const answered = merged ?? { ...file.matter, proposerIds: ownProposers(file) };
  const duty = file.duties.find((one) => one.id === reply.assignmentId);
  const unit = names.units.get(duty?.unitId ?? 0) ?? '';
  const { content } = reply;
  const resultClass = file.ruleset.resultClasses.find((one) => one.code === content.resultClass);
  const latest = file.opinions.filter(
    (opinion) =>
      !file.opinions.some((later) => later.assignmentId === opinion.assignmentId && later.n > opinion.n),
  );
  const title = file.matter.kind === 'suggestion' ? '代表' : '委员';
  return {
    mark: unit,
    documentNo: reply.documentNo,
    classMark: resultClass === undefined ? null : { code: resultClass.code, name: resultClass.name.zh },
    title: titleOf(file, names, answered),
    addressees: answered.proposerIds.map((id) => `${names.people.get(id)?.name ?? ''}${title}`),
    salutation: '尊敬的',
    paragraphs: [...togetherWith(file, merged), ...paragraphs(content.opening)],
    points: file.matter.points.map((point) => {
      const given = content.answers.find((answer) => answer.no === point.no);
      return {
        no: point.no,
        ask: point.text,
        adopted: given?.adoption ?? 'notAdopted',
        answer: given?.answer ?? '',
      };
    }),
    opinions:
      duty?.role === 'lead'
        ? latest.map((opinion) => ({
            unit:
              names.units.get(file.duties.find((one) => one.id === opinion.assignmentId)?.unitId ?? 0) ?? '',
            text: opinion.dissent === null ? opinion.text : `${opinion.text}\n不同意见：${opinion.dissent}`,
            dissent: opinion.dissent !== null,
          }))
        : [],
    closing: paragraphs(content.closing),
    signature: { unit, date: reply.issuedOn },
    contact:
      content.contactPerson === '' ? null : { name: content.contactPerson, phone: content.contactPhone },
    disclosure: content.disclosure === null ? null : disclosureWords[content.disclosure],
    copies,
    draft: reply.state !== 'issued',
  };
};
