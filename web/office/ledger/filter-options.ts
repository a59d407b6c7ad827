import type { ResponseOf } from '#contract/endpoint.ts';
import { dueCalendarMessages } from '#contract/messages/due-calendar.ts';
import { clockMessages } from '#contract/messages/clock.ts';
import { commonMessages } from '#contract/messages/common.ts';
import { matterLevel, proposerType } from '#contract/matter-page.ts';
import { seeMessages } from '#contract/messages/see.ts';
import { dutyKinds, owedDuties, type reference } from '#contract/see.ts';
import { currentLanguage, pick, texts } from '#web/shared/language.ts';
import type { FilterKey, LedgerFilters } from './ledger-view.ts';

const t = texts(seeMessages);
const c = texts(commonMessages);
const k = texts(clockMessages);
const w = texts(dueCalendarMessages);

type Reference = ResponseOf<typeof reference>;
export type Option = { readonly value: string; readonly label: string };
export type ChoiceKey = Exclude<
  FilterKey,
  'q' | 'proposerId' | 'dueFrom' | 'dueTo' | 'sectionId' | 'handlerId'
>;

const stages = [
  'filed',
  'assigned',
  'handling',
  'replied',
  'rated',
  'rehandling',
  'closed',
  'withdrawn',
  'merged',
] as const;
const kinds = ['suggestion', 'proposal'] as const;
const dues = ['overdue', 'urgent', 'soon', 'ample', 'paused'] as const;
const handlingRoles = ['lead', 'sole', 'separate', 'assist'] as const;

const roleWord = (role: (typeof handlingRoles)[number], { ruleset }: Reference): string => {
  const word = ruleset.roleNames[role];
  return word === undefined ? c(`handlingRole.${role}`) : pick(word);
};

/** What rules tell matters apart by, beside their kind. */
const classings = (key: 'level' | 'proposerType' | 'priority'): readonly Option[] => {
  if (key === 'level') return matterLevel.options.map((value) => ({ value, label: c(`level.${value}`) }));
  return key === 'proposerType'
    ? proposerType.options.map((value) => ({ value, label: c(`proposerType.${value}`) }))
    : (['yes', 'no'] as const).map((value) => ({ value, label: c(`priority.${value}`) }));
};

const owedOptions = (): readonly Option[] =>
  owedDuties.map((value) => ({ value, label: k(`clock.duty.${value}`) }));

const whoseOptions = (): readonly Option[] =>
  (['unit', 'section', 'me'] as const).map((value) => ({ value, label: w(`dueCalendar.whose.${value}`) }));

const boundaryOptions = (): readonly Option[] =>
  (['yes', 'no'] as const).map((value) => ({ value, label: t(`ledger.filter.boundary.${value}`) }));

const sessionOptions = ({ sessions }: Reference, filters: LedgerFilters): readonly Option[] =>
  sessions
    .filter(
      ({ organId, year }) =>
        (filters.organId === undefined || String(organId) === filters.organId) &&
        (filters.year === undefined || String(year) === filters.year),
    )
    .map(({ id, name }) => ({ value: String(id), label: name }));

/** Of the organ that is chosen, or what that organ files behind those of several. */
const ofOrgan = <T extends { readonly organId: number }>(
  all: readonly T[],
  { organs }: Reference,
  filters: LedgerFilters,
): readonly (T & { readonly behind: string })[] => {
  const several = filters.organId === undefined && new Set(all.map(({ organId }) => organId)).size > 1;
  return all
    .filter(({ organId }) => filters.organId === undefined || String(organId) === filters.organId)
    .map((one) => {
      const kind = several ? organs.find(({ id }) => id === one.organId)?.kind : undefined;
      const word = kind === undefined ? '' : c(kind === 'congress' ? 'kind.suggestion' : 'kind.proposal');
      return { ...one, behind: word === '' ? '' : ` · ${word}` };
    });
};

const categoryOptions = (reference: Reference, filters: LedgerFilters): readonly Option[] =>
  ofOrgan(reference.categories, reference, filters).map(({ id, name, nameEn, depth, behind }) => ({
    value: String(id),
    label: `${'　'.repeat(depth)}${currentLanguage() === 'en' && nameEn !== '' ? nameEn : name}${behind}`,
  }));

const panelOptions = (reference: Reference, filters: LedgerFilters): readonly Option[] =>
  ofOrgan(reference.panels, reference, filters).map(({ id, name, behind }) => ({
    value: String(id),
    label: `${name}${behind}`,
  }));

const yearOptions = ({ sessions }: Reference): readonly Option[] =>
  [...new Set(sessions.map(({ year }) => year))]
    .toSorted((a, b) => b - a)
    .map((year) => ({ value: String(year), label: String(year) }));

/** Units that there are, each with the names of those that it follows. */
const unitOptions = ({ units }: Reference): readonly Option[] =>
  units.map(({ id, name, nameEn, formerly }) => {
    const own = currentLanguage() === 'en' && nameEn !== '' ? nameEn : name;
    const names = formerly.join(c('say.separator'));
    return {
      value: String(id),
      label: formerly.length === 0 ? own : t('ledger.unit.formerly', { unit: own, names }),
    };
  });

/** What can be chosen in each filter; sessions follow the organ, both follow the year. */
export const optionsFor = (
  key: ChoiceKey,
  reference: Reference,
  filters: LedgerFilters,
): readonly Option[] => {
  switch (key) {
    case 'stage':
      return stages.map((value) => ({ value, label: c(`stage.${value}`) }));
    case 'kind':
      return kinds.map((value) => ({ value, label: c(`kind.${value}`) }));
    case 'due':
      return dues.map((value) => ({ value, label: c(`due.${value}`) }));
    case 'level':
    case 'proposerType':
    case 'priority':
      return classings(key);
    case 'owes':
      return owedOptions();
    case 'whose':
      return whoseOptions();
    case 'role':
      return handlingRoles.map((value) => ({ value, label: roleWord(value, reference) }));
    case 'duty':
      return dutyKinds.map((value) => ({ value, label: t(`ledger.filter.duty.${value}`) }));
    case 'boundary':
      return boundaryOptions();
    case 'unitAlone':
      return [{ value: 'yes', label: t('ledger.filter.unitAlone.yes') }];
    case 'ownerless':
      return [{ value: 'now', label: t('ledger.filter.ownerless.now') }];
    case 'per':
      return [{ value: 'duty', label: t('ledger.filter.per.duty') }];
    case 'contacted':
      return [
        { value: 'yes', label: t('ledger.filter.contacted.yes') },
        { value: 'no', label: t('ledger.filter.contacted.no') },
      ];
    case 'year':
      return yearOptions(reference);
    case 'organId':
      return reference.organs.map(({ id, name }) => ({ value: String(id), label: name }));
    case 'sessionId':
      return sessionOptions(reference, filters);
    case 'categoryId':
      return categoryOptions(reference, filters);
    case 'panelId':
      return panelOptions(reference, filters);
    case 'unitId':
      return unitOptions(reference);
    case 'resultClass':
      return reference.ruleset.resultClasses.map(({ code, name }) => ({ value: code, label: pick(name) }));
    default: {
      const forgotten: never = key;
      return forgotten;
    }
  }
};

export const filterLabel = {
  q: 'ledger.search',
  stage: 'ledger.filter.stage',
  kind: 'ledger.filter.kind',
  year: 'ledger.filter.year',
  organId: 'ledger.filter.organ',
  sessionId: 'ledger.filter.session',
  categoryId: 'ledger.filter.category',
  panelId: 'ledger.filter.panel',
  unitId: 'ledger.filter.unit',
  role: 'ledger.filter.role',
  duty: 'ledger.filter.duty',
  boundary: 'ledger.filter.boundary',
  unitAlone: 'ledger.filter.unitAlone',
  ownerless: 'ledger.filter.ownerless',
  per: 'ledger.filter.per',
  level: 'ledger.filter.level',
  proposerType: 'ledger.filter.proposerType',
  priority: 'ledger.filter.priority',
  due: 'ledger.filter.due',
  dueFrom: 'ledger.filter.dueFrom',
  dueTo: 'ledger.filter.dueTo',
  owes: 'ledger.filter.owes',
  whose: 'ledger.filter.whose',
  sectionId: 'ledger.filter.section',
  handlerId: 'ledger.filter.handler',
  resultClass: 'ledger.filter.resultClass',
  contacted: 'ledger.filter.contacted',
  proposerId: 'ledger.filter.proposer',
} as const satisfies Record<FilterKey, keyof typeof seeMessages>;

/** A filter's value in words, for the chip that shows it is on. `name`: of the person or section, where known. */
export const valueText = (key: FilterKey, value: string, reference: Reference, name?: string): string => {
  switch (key) {
    case 'q':
    case 'dueFrom':
    case 'dueTo':
      return value;
    case 'proposerId':
      return `#${value}`;
    case 'sectionId':
    case 'handlerId':
      return value === 'none' ? t('ledger.filter.nobody') : (name ?? `#${value}`);
    default:
      return optionText(key, value, reference);
  }
};

const optionText = (key: ChoiceKey, value: string, reference: Reference): string => {
  const options = optionsFor(key, reference, {});
  return value
    .split(',')
    .map((one) => options.find((option) => option.value === one)?.label.trim() ?? one)
    .join(c('say.separator'));
};
