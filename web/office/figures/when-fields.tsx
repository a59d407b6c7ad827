import { useToday } from '#web/shared/use-reference.ts';
import { Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { t } from './figure-texts.ts';
import { Field } from './filter-fields.tsx';
import { type FiguresView, withWhen } from './figures-view.ts';

type WhenProps = {
  readonly view: FiguresView;
  readonly onChange: (view: FiguresView) => void;
  /** Where nothing is compared. */
  readonly alone?: boolean;
};

const modes = ['none', 'year', 'day'] as const;
type Mode = (typeof modes)[number];

const years = (last: number): readonly number[] => Array.from({ length: 15 }, (_, back) => last - back);

const modeOf = ({ compareAsOf, compareYear }: FiguresView): Mode =>
  compareYear !== undefined ? 'year' : compareAsOf !== undefined ? 'day' : 'none';

const CompareFields = ({ view, onChange }: WhenProps) => {
  const today = useToday() ?? '';
  const thisYear = Number(today.slice(0, 4));
  const [wanted, setWanted] = useState<Mode>(modeOf(view));
  const mode = modeOf(view) === 'none' ? wanted : modeOf(view);
  const choose = (next: Mode): void => {
    setWanted(next);
    const before = Number(view.filters.year ?? thisYear) - 1;
    onChange(
      withWhen(view, {
        compareAsOf: undefined,
        compareYear: next === 'year' && Number.isInteger(before) ? String(before) : undefined,
      }),
    );
  };
  return (
    <>
      <Field label={t('figures.compare')}>
        {(id) => (
          <Select<Mode>
            id={id}
            value={mode}
            style={{ width: '100%' }}
            options={modes.map((value) => ({ value, label: t(`figures.compare.${value}`) }))}
            onChange={choose}
          />
        )}
      </Field>
      {mode === 'year' ? (
        <Field label={t('figures.compare.whichYear')}>
          {(id) => (
            <Select
              id={id}
              style={{ width: '100%' }}
              {...(view.compareYear === undefined ? {} : { value: view.compareYear })}
              options={years(thisYear).map((year) => ({ value: String(year), label: String(year) }))}
              onChange={(compareYear: string) =>
                onChange(withWhen(view, { compareYear, compareAsOf: undefined }))
              }
            />
          )}
        </Field>
      ) : null}
      {mode === 'day' ? (
        <Field label={t('figures.compare.whichDay')}>
          {(id) => (
            <Input
              id={id}
              type="date"
              max={today}
              value={view.compareAsOf ?? ''}
              onChange={({ target }) =>
                onChange(withWhen(view, { compareAsOf: target.value, compareYear: undefined }))
              }
            />
          )}
        </Field>
      ) : null}
    </>
  );
};

/** As of which day, by whose knowledge, and compared with what. */
export const WhenFields = ({ view, onChange, alone = false }: WhenProps) => {
  const today = useToday();
  return (
    <>
      <Field label={t('figures.asOf.day')}>
        {(id) => (
          <Input
            id={id}
            type="date"
            {...(today === undefined ? {} : { max: today })}
            value={view.asOf?.slice(0, 10) ?? ''}
            onChange={({ target }) => onChange(withWhen(view, { asOf: target.value }))}
          />
        )}
      </Field>
      {alone ? null : <CompareFields view={view} onChange={onChange} />}
      {view.asOf === undefined ? null : (
        <Checkbox
          checked={view.known === 'then'}
          onChange={({ target }) => onChange(withWhen(view, { known: target.checked ? 'then' : undefined }))}
        >
          {t('figures.known')}
        </Checkbox>
      )}
    </>
  );
};
