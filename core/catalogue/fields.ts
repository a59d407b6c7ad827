/** What a list of an earlier year tells beside the matter: how it was handled, and how it ended. */
export const pastFields = [
  'signedOn',
  'contactedOn',
  'contactWay',
  'repliedOn',
  'documentNo',
  'resultClass',
  'disclosure',
  'adopted',
  'attitude',
  'outcome',
  'ratedOn',
  'round',
  'closedOn',
  'promise',
] as const;
export type PastField = (typeof pastFields)[number];

/** What a column of a catalogue can mean. `ignored` is a column that the import leaves alone. */
export const catalogueFields = [
  'caseNo',
  'title',
  'body',
  'points',
  'kind',
  'session',
  'inSession',
  'year',
  'level',
  'proposerType',
  'priority',
  'proposers',
  'coSigners',
  'delegationOrSector',
  'category',
  'handlingMode',
  'unitsLead',
  'unitsSole',
  'unitsSeparate',
  'unitsAssist',
  'unitsMixed',
  'assignedOn',
  'dueOn',
  'filedOn',
  'phone',
  'publicConsent',
  'note',
  ...pastFields,
] as const;

export type CatalogueField = (typeof catalogueFields)[number];
export type ColumnField = CatalogueField | 'ignored';

/** Fields that may be spread over several columns (会办单位1, 会办单位2 …; 正文, 正文续). Of the others the best column counts. */
export const spreadFields: ReadonlySet<ColumnField> = new Set([
  'body',
  'points',
  'session',
  'proposers',
  'coSigners',
  'unitsLead',
  'unitsSole',
  'unitsSeparate',
  'unitsAssist',
  'unitsMixed',
  'priority',
  'note',
  'ignored',
]);

export const unitFields = ['unitsLead', 'unitsSole', 'unitsSeparate', 'unitsAssist', 'unitsMixed'] as const;
export type UnitField = (typeof unitFields)[number];
export const isUnitField = (field: ColumnField): field is UnitField =>
  (unitFields as readonly string[]).includes(field);
