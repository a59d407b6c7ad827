import { currentLanguage } from '#web/shared/language.ts';
import { Select } from 'antd';
import styles from './dialogs.module.css';
import { leaveByTab } from './leave-by-tab.ts';
import type { Unit } from './matter-types.ts';
import { t } from './matter-texts.ts';

type Common = {
  readonly id?: string;
  readonly units: readonly Unit[];
  /** Units that cannot be chosen here. */
  readonly except?: readonly number[];
  readonly placeholder?: string;
  readonly 'aria-label'?: string;
};

type One = Common & {
  readonly multiple?: false;
  readonly value?: number | null;
  readonly onChange?: (value: number | null) => void;
};
type Many = Common & {
  readonly multiple: true;
  readonly value?: readonly number[];
  readonly onChange?: (value: number[]) => void;
};

const matches = (unit: Unit, typed: string): boolean => {
  const wanted = typed.trim().toLowerCase();
  return [unit.name, unit.shortName, unit.nameEn, unit.system].some((text) =>
    text.toLowerCase().includes(wanted),
  );
};

const unitLabel = (unit: Unit): string =>
  currentLanguage() === 'en' && unit.nameEn !== '' ? unit.nameEn : unit.name;

const renderOption = ({ data }: { readonly data: { readonly unit: Unit } }) => (
  <span className={styles.option}>
    <span>{unitLabel(data.unit)}</span>
    {data.unit.boundary ? <small>{t('matter.unit.boundary')}</small> : null}
  </span>
);

/** Units by full name, short name or system; one outside the supervising office's power says so. */
export const UnitSelect = ({ units, except = [], placeholder, ...rest }: One | Many) => {
  const options = units
    .filter((unit) => !except.includes(unit.id))
    .map((unit) => ({ value: unit.id, label: unitLabel(unit), unit }));
  const common = {
    options,
    showSearch: {
      filterOption: (typed: string, option: (typeof options)[number] | undefined) =>
        option !== undefined && matches(option.unit, typed),
    },
    placeholder: placeholder ?? t('matter.unit.search'),
    style: { width: '100%' },
    virtual: false,
    optionRender: renderOption,
  };
  if (rest.multiple === true) {
    const { value, onChange, multiple: _, ...others } = rest;
    return (
      <div onKeyDownCapture={leaveByTab}>
        <Select
          {...common}
          {...others}
          mode="multiple"
          allowClear
          {...(value === undefined ? {} : { value: [...value] })}
          {...(onChange === undefined ? {} : { onChange })}
        />
      </div>
    );
  }
  const { value, onChange, multiple: _, ...others } = rest;
  return (
    <div onKeyDownCapture={leaveByTab}>
      <Select
        {...common}
        {...others}
        allowClear
        value={value ?? null}
        onChange={(chosen: number | undefined) => onChange?.(chosen ?? null)}
      />
    </div>
  );
};
