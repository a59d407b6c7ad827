import type { CatalogueField } from './fields.ts';

/** Everything that can be said against a row. Sentences in both languages: `contract/messages/catalogue.ts`. */
const issueSeverities = {
  'cell.error': 'error',
  'cell.tooLong': 'error',
  'row.hidden': 'warning',
  'row.joined': 'warning',
  'row.continued': 'warning',
  'caseNo.missing': 'warning',
  'caseNo.unreadable': 'error',
  'caseNo.several': 'error',
  'caseNo.dateLike': 'error',
  'caseNo.shortened': 'error',
  'title.missing': 'error',
  'kind.missing': 'error',
  'kind.unreadable': 'error',
  'session.unreadable': 'warning',
  'inSession.unreadable': 'warning',
  'year.unreadable': 'warning',
  'level.unreadable': 'error',
  'proposerType.unreadable': 'error',
  'proposerType.collective': 'error',
  'priority.unreadable': 'error',
  'proposers.missing': 'warning',
  'proposers.fewer': 'warning',
  'date.unreadable': 'error',
  'date.noSuchDay': 'error',
  'date.yearMissing': 'error',
  'date.monthOnly': 'error',
  'date.monthEnd': 'warning',
  'date.dueBeforeAssigned': 'warning',
  'consent.unreadable': 'warning',
  'role.unreadable': 'warning',
  'units.missing': 'warning',
  'units.roleAssumed': 'warning',
  'units.andOthers': 'warning',
  'units.collective': 'error',
  'units.twoRoles': 'error',
  'unit.unknown': 'error',
  'unit.ambiguous': 'error',
  'person.unknown': 'error',
  'person.ambiguous': 'error',
  'duplicate.repeated': 'warning',
  'duplicate.conflict': 'error',
  'duplicate.title': 'warning',
  'matter.ambiguous': 'error',
  'matter.otherTitle': 'warning',
  'matter.sameTitle': 'warning',
  'history.unreadable': 'error',
  'history.unitMissing': 'error',
  'history.severalUnits': 'error',
  'history.assistReplied': 'error',
  'history.assignedMissing': 'error',
  'history.replyMissing': 'error',
  'history.unitUnanswered': 'error',
  'history.twice': 'error',
  'history.future': 'error',
  'history.beforeAssigned': 'error',
  'history.beforeSigned': 'error',
  'history.beforeReply': 'error',
  'history.beforeFirst': 'error',
  'history.roundMissing': 'error',
  'history.classUnknown': 'error',
  'history.levelUnknown': 'error',
  'history.closedEarly': 'error',
  'table.noTitleColumn': 'error',
  'table.noCaseNoColumn': 'warning',
  'table.noRows': 'error',
  'table.unsureColumn': 'warning',
  'table.unknownColumn': 'warning',
} as const satisfies Record<string, 'error' | 'warning'>;

export type RowIssueCode = keyof typeof issueSeverities;

/** One thing wrong or doubtful. A row with an error is not imported; a warning is shown and imported. */
export type RowIssue = {
  readonly code: RowIssueCode;
  readonly severity: 'error' | 'warning';
  readonly field: CatalogueField | null;
  /** Sheet and address (`明细!C7`), or null when no single cell is meant. */
  readonly cell: string | null;
  readonly params: Readonly<Record<string, string | number>>;
};

/** The cell's address is also a parameter, so that a sentence can name it. */
export const rowIssue = (
  code: RowIssueCode,
  field: CatalogueField | null,
  cell: string | null,
  params: Readonly<Record<string, string | number>> = {},
): RowIssue => ({
  code,
  severity: issueSeverities[code],
  field,
  cell,
  params: cell === null ? params : { cell, ...params },
});
