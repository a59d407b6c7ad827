import type { ResponseOf } from '#contract/endpoint.ts';
import { dueCalendarMessages } from '#contract/messages/due-calendar.ts';
import { owedDuties, type reference } from '#contract/see.ts';
import { currentLanguage, texts } from '#web/shared/language.ts';
import { Select } from 'antd';
import { useSession } from '../shell/session.ts';
import styles from './calendar.module.css';
import type { CalendarFilters as Filters } from './calendar-view.ts';
import { dutyWord } from './calendar-words.ts';
import { whoseFor } from './own-whose.ts';

const t = texts(dueCalendarMessages);

type Option = { readonly value: string; readonly label: string };

type ChoiceProps = {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChange: (value: string) => void;
};

/** One choice among a few; an empty value is "all". */
export const Choice = ({ label, value, options, onChange }: ChoiceProps) => (
  <Select
    aria-label={label}
    value={value}
    options={[...options]}
    onChange={onChange}
    showSearch={options.length > 12 ? { optionFilterProp: 'label' } : false}
    popupMatchSelectWidth={false}
    className={styles.choice ?? ''}
  />
);

type CalendarFiltersProps = {
  readonly filters: Filters;
  /** What stands for `whose` where the address says nothing. */
  readonly whose: string;
  readonly words: ResponseOf<typeof reference>;
  readonly onChange: (filters: Filters) => void;
};

/** Whose duties, of which unit, of which organ, which of them. */
export const CalendarFilters = ({ filters, whose, words, onChange }: CalendarFiltersProps) => {
  const offered = whoseFor(useSession());
  const put = (key: keyof Filters) => (value: string) => {
    const { [key]: _, ...rest } = filters;
    onChange(value === '' ? rest : { ...rest, [key]: value });
  };
  return (
    <search className={styles.filters}>
      {offered.length === 1 ? null : (
        <Choice
          label={t('dueCalendar.filter.whose')}
          value={whose}
          options={offered.map((value) => ({ value, label: t(`dueCalendar.whose.${value}`) }))}
          onChange={put('whose')}
        />
      )}
      <Choice
        label={t('dueCalendar.filter.owes')}
        value={filters.owes ?? ''}
        options={[
          { value: '', label: t('dueCalendar.allDuties') },
          ...owedDuties.map((value) => ({ value, label: dutyWord(value) })),
        ]}
        onChange={put('owes')}
      />
      <Choice
        label={t('dueCalendar.filter.unit')}
        value={filters.unitId ?? ''}
        options={[
          { value: '', label: t('dueCalendar.allUnits') },
          ...words.units.map(({ id, name, nameEn }) => ({
            value: String(id),
            label: currentLanguage() === 'en' && nameEn !== '' ? nameEn : name,
          })),
        ]}
        onChange={put('unitId')}
      />
      <Choice
        label={t('dueCalendar.filter.organ')}
        value={filters.organId ?? ''}
        options={[
          { value: '', label: t('dueCalendar.allOrgans') },
          ...words.organs.map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
        onChange={put('organId')}
      />
    </search>
  );
};
