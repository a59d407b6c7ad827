import { fieldsNamed, type NamedField } from './field-names.ts';
import type { ColumnField } from './fields.ts';
import { spreadFields } from './fields.ts';
import type { ValueProfile } from './value-profile.ts';

export type AssignedColumn = {
  readonly field: ColumnField;
  /** From 0 to 1. Below 0.6 a person should look. */
  readonly confidence: number;
  /** Other readings, best first. */
  readonly alternatives: readonly NamedField[];
};

type Candidates = Map<ColumnField, number>;

const raise = (candidates: Candidates, field: ColumnField, to: number): void => {
  candidates.set(field, Math.max(to, candidates.get(field) ?? 0));
};
const scale = (candidates: Candidates, field: ColumnField, by: number): void => {
  const before = candidates.get(field);
  if (before !== undefined) candidates.set(field, before * by);
};

const mostly = 0.7;

const dateFields = [
  'assignedOn',
  'dueOn',
  'filedOn',
  'signedOn',
  'contactedOn',
  'repliedOn',
  'closedOn',
] as const;

/** What 级别, 重点 or 提案类型 head may be something else altogether; nearly no value that fits: it is. */
const weighClassing = (candidates: Candidates, profile: ValueProfile): void => {
  const fits = {
    level: profile.level,
    proposerType: Math.max(profile.proposerType, candidates.has('proposerType') ? profile.consent : 0),
    priority: Math.max(profile.priority, profile.person),
  };
  for (const field of ['level', 'proposerType', 'priority'] as const)
    if (fits[field] < 0.3) candidates.delete(field);
  if (candidates.has('proposerType') && profile.proposerType >= mostly)
    raise(candidates, 'proposerType', 1.03);
  if (candidates.has('level') && profile.level >= mostly) raise(candidates, 'level', 1.03);
};

/** Headings such as 类别 and 类型 mean what their values are. */
const weighByWords = (candidates: Candidates, profile: ValueProfile): void => {
  const has = (field: ColumnField): boolean => candidates.has(field);
  const isKindColumn = profile.kind >= mostly && (has('kind') || has('category'));
  if ((has('category') || has('kind')) && profile.resultClass >= mostly) {
    raise(candidates, 'resultClass', 1.05);
    raise(candidates, 'ignored', 1.04);
  } else if (isKindColumn) raise(candidates, 'kind', 1.02);
  else if (profile.role >= mostly && (has('handlingMode') || has('kind') || has('category')))
    raise(candidates, 'handlingMode', 1.02);
  else if (profile.inSession >= mostly && (has('inSession') || has('filedOn') || has('session')))
    raise(candidates, 'inSession', 1.02);
  if (has('inSession') && profile.session >= mostly && profile.inSession < mostly)
    raise(candidates, 'session', 1.02);
  if (has('kind') && profile.kind < 0.3) scale(candidates, 'kind', 0.5);
  if (has('inSession') && profile.inSession < 0.3) scale(candidates, 'inSession', 0.5);
  if (has('publicConsent') && profile.consent < 0.3) scale(candidates, 'publicConsent', 0.7);
  if (has('handlingMode') && profile.role < 0.3) scale(candidates, 'handlingMode', 0.6);
};

/** 办理结果 may hold the class or the satisfaction, 公开属性 the matter's or the reply's: the words tell. */
const weighPast = (candidates: Candidates, profile: ValueProfile): void => {
  const has = (field: ColumnField): boolean => candidates.has(field);
  if (has('resultClass') && profile.satisfaction >= mostly) raise(candidates, 'outcome', 1.02);
  if (has('outcome') && profile.resultClass >= mostly) raise(candidates, 'resultClass', 1.02);
  if (has('disclosure') && profile.disclosure >= mostly) raise(candidates, 'disclosure', 1.02);
  // 反馈意见 or 评价 in whole sentences is no level of a scale.
  if (has('outcome') && profile.long > 0.3) candidates.delete('outcome');
};

/** Short texts are titles, long ones bodies, dates are dates: values speak where the heading is open. */
const weighByValues = (candidates: Candidates, profile: ValueProfile): void => {
  const has = (field: ColumnField): boolean => candidates.has(field);
  if (has('title') && has('body')) {
    const short = profile.averageLength < 60 && profile.long < 0.2;
    scale(candidates, short ? 'body' : 'title', 0.6);
    raise(candidates, short ? 'title' : 'body', 0.8);
  } else if (has('title') && profile.long > 0.6) raise(candidates, 'body', 0.9);
  if (has('title') && has('points') && profile.long < 0.2 && profile.titleLike > 0.6)
    raise(candidates, 'title', 0.85);
  for (const field of dateFields) if (has(field) && profile.date < 0.2) scale(candidates, field, 0.75);
  if (has('caseNo') && profile.caseNo < 0.2) scale(candidates, 'caseNo', 0.5);
  if (has('unitsMixed') && (candidates.get('unitsMixed') ?? 0) < 0.6) {
    if (profile.unit >= mostly) raise(candidates, 'unitsMixed', 0.75);
    else scale(candidates, 'unitsMixed', 0.6);
  }
};

/** A heading that nobody knows: the values may still tell, but never with certainty. */
const guess = (profile: ValueProfile): readonly NamedField[] => {
  if (profile.count < 2) return [];
  if (profile.titleLike >= mostly && profile.averageLength >= 8 && profile.long < 0.3)
    return [{ field: 'title', confidence: 0.5 }];
  if (profile.unit >= 0.8) return [{ field: 'unitsMixed', confidence: 0.45 }];
  if (profile.session >= 0.8) return [{ field: 'session', confidence: 0.4 }];
  if (profile.long >= mostly) return [{ field: 'body', confidence: 0.4 }];
  return [];
};

const candidatesOf = (header: string, profile: ValueProfile): Candidates => {
  const candidates: Candidates = new Map(
    fieldsNamed(header).map(({ field, confidence }) => [field, confidence]),
  );
  if (profile.count > 0) {
    weighClassing(candidates, profile);
    weighByWords(candidates, profile);
    weighPast(candidates, profile);
    weighByValues(candidates, profile);
  }
  if (candidates.size === 0 && header !== '')
    for (const { field, confidence } of guess(profile)) raise(candidates, field, confidence);
  return candidates;
};

/** 承办单位 beside 主办单位 is the sole handler; otherwise it is whoever handles (domain.md §2.7: two meanings of 承办). */
const settleSole = (fields: (ColumnField | null)[], headers: readonly string[]): void => {
  const lead = fields.includes('unitsLead');
  for (const [column, field] of fields.entries()) {
    const last = headers[column]?.split('/').at(-1) ?? '';
    if (field === 'unitsMixed' && lead && /^承办(?:单位|部门)?$/.test(last.replace(/\s+/g, '')))
      fields[column] = 'unitsSole';
  }
};

/** Two bodies, of which one is the first's continuation, are one; 标题 beside 案由 makes 案由 a reason, not a title. */
const pickFields = (all: readonly Candidates[]): (ColumnField | null)[] => {
  const picks = all.map((): ColumnField | null => null);
  const taken = new Set<ColumnField>();
  const pairs = all.flatMap((candidates, column) =>
    [...candidates].map(([field, confidence]) => ({ column, field, confidence })),
  );
  pairs.sort((a, b) => b.confidence - a.confidence || a.column - b.column);
  for (const { column, field } of pairs) {
    if (picks[column] !== null || (taken.has(field) && !spreadFields.has(field))) continue;
    picks[column] = field;
    taken.add(field);
  }
  return picks;
};

/** Without a column of its own the case number is often the line number; that is only offered, never taken. */
const withSerialOffered = (candidates: Candidates, profile: ValueProfile): Candidates => {
  const offered = new Map(candidates);
  const isOpen = candidates.size === 0 && profile.caseNo >= mostly;
  if (profile.serial || isOpen) raise(offered, 'caseNo', 0.3);
  return offered;
};

/** Gives every column its field: names first, values where names are open, each single field once. */
export const assignFields = (
  headers: readonly string[],
  profiles: readonly ValueProfile[],
): readonly AssignedColumn[] => {
  const all = headers.map((header, column) => candidatesOf(header, profiles[column] as ValueProfile));
  const picks = pickFields(all);
  settleSole(picks, headers);
  return headers.map((_, column) => {
    const candidates = all[column] ?? new Map();
    const field = picks[column] ?? 'ignored';
    const profile = profiles[column] as ValueProfile;
    const offered = field === 'ignored' ? withSerialOffered(candidates, profile) : candidates;
    const alternatives = [...offered]
      .filter(([other]) => other !== field)
      .map(([other, confidence]) => ({ field: other, confidence: Math.min(1, confidence) }))
      .sort((a, b) => b.confidence - a.confidence);
    const own = candidates.get(field) ?? (field === 'unitsSole' ? candidates.get('unitsMixed') : undefined);
    return { field, confidence: Math.min(1, own ?? 0), alternatives };
  });
};
