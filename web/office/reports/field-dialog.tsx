import { figureCatalogue } from '#contract/figures.ts';
import {
  baseFilters,
  fieldKey,
  fieldParts,
  fieldText,
  questionOf,
  rowsPath,
  wordings,
} from '#contract/report-view.ts';
import { ask } from '#web/shared/ask.ts';
import { pick } from '#web/shared/language.ts';
import { Dialog } from '#web/shared/ui/dialog.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useState } from 'react';
import type { Catalogue } from '../figures/figure-texts.ts';
import { FilterFields, FilterWords } from '../figures/filter-fields.tsx';
import { PageLink } from '../shell/page-link.tsx';
import { c, type Field, type Report, t } from './report-texts.ts';
import styles from './reports.module.css';

type SelectProps = {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
};

export const Choice = ({ label, value, options, onChange }: SelectProps) => {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => onChange(target.value)}>
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    </div>
  );
};

type HowProps = { readonly field: Field; readonly onChange: (field: Field) => void };

const How = ({ field, onChange }: HowProps) => (
  <>
    <Choice
      label={t('report.field.part')}
      value={field.part}
      options={fieldParts.map((part) => ({ value: part, label: t(`report.part.${part}`) }))}
      onChange={(part) => onChange({ ...field, part: part as Field['part'] })}
    />
    <Choice
      label={t('report.field.wording')}
      value={field.wording}
      options={wordings.map((wording) => ({ value: wording, label: t(`report.wording.${wording}`) }))}
      onChange={(wording) => onChange({ ...field, wording: wording as Field['wording'] })}
    />
    <p className={styles.quiet}>{t('report.field.wording.note')}</p>
  </>
);

const definedOf = (filters: Field['filters']): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(filters).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, value]],
    ),
  );

/** What narrows the number further than the report does, in words. */
const Narrowed = ({ field }: { readonly field: Field }) => {
  const catalogue = useQuery({ ...ask(figureCatalogue), staleTime: 600_000 });
  const filters = definedOf(field.filters);
  if (Object.keys(filters).length === 0 || catalogue.data === undefined) return null;
  return <FilterWords catalogue={catalogue.data} view={{ filters }} />;
};

type FieldDialogProps = {
  readonly report: Report;
  readonly asOf: string;
  readonly field: Field;
  readonly onChange: (field: Field) => void;
  readonly onRemove: () => void;
  readonly onTake: (question: string) => void;
  readonly onClose: () => void;
};

/** What one number says: its exact value, what it counts, the way to its rows, and how the text says it. */
export const FieldDialog = ({
  report,
  asOf,
  field,
  onChange,
  onRemove,
  onTake,
  onClose,
}: FieldDialogProps) => {
  const question = fieldKey(report.scope, asOf, field);
  const value = report.values.figures[question];
  const moved = report.moved.find((one) => one.question === question);
  return (
    <Dialog
      title={value == null ? t('report.field.title') : pick(value.name)}
      onCancel={onClose}
      footer={[
        <Button key="remove" onClick={onRemove}>
          {t('report.field.remove')}
        </Button>,
        <Button key="close" type="primary" onClick={onClose}>
          {c('do.close')}
        </Button>,
      ]}
    >
      <div className={styles.stack}>
        {value == null ? (
          <p>{t('report.field.none')}</p>
        ) : (
          <>
            <p className={styles.big}>{fieldText(field, value, report.language) ?? t('report.field.none')}</p>
            <p>
              {t('report.field.exact')}：{value.text}
              {value.denominator === null ? '' : `（${value.numerator} / ${value.denominator}）`}
            </p>
            <p className={styles.quiet}>{pick(value.explanation)}</p>
            <Narrowed field={field} />
            <p>
              <PageLink
                href={rowsPath(
                  questionOf(report.scope, asOf, field),
                  field.part === 'denominator' ? 'denominator' : 'numerator',
                )}
              >
                {t('report.field.rows')}
              </PageLink>
            </p>
          </>
        )}
        {moved === undefined ? null : (
          <div className={styles.moved} role="status">
            <span>{t('report.field.moved', { before: moved.before, now: moved.now })}</span>
            <Button size="small" onClick={() => onTake(question)}>
              {t('report.field.take')}
            </Button>
          </div>
        )}
        <How field={field} onChange={onChange} />
      </div>
    </Dialog>
  );
};

type InsertProps = {
  readonly scope: Report['scope'];
  readonly onInsert: (field: Omit<Field, 'key'>) => void;
  readonly onClose: () => void;
};

/** By what the figure can be narrowed further than the report narrows everything in it. */
const furtherOf = (
  { figures }: Catalogue,
  figure: string,
  scope: Report['scope'],
): Catalogue['figures'][number]['dimensions'] => {
  const given = baseFilters(scope);
  const has = figures.find(({ id }) => id === figure)?.dimensions ?? [];
  return has.filter((one) => given[one] === undefined);
};

const Insert = ({ catalogue, scope, onInsert, onClose }: InsertProps & { readonly catalogue: Catalogue }) => {
  const { figures } = catalogue;
  const [figure, setFigure] = useState(figures[0]?.id ?? '');
  const chosen = figures.find(({ id }) => id === figure);
  const [variant, setVariant] = useState<string | null>(null);
  const [field, setField] = useState<Field>({
    key: 'new',
    figure: '',
    filters: {},
    decimals: null,
    part: 'value',
    wording: 'exact',
    whenNone: 'say',
  });
  const usual = variant ?? chosen?.variants[0]?.id ?? '';
  const further = furtherOf(catalogue, figure, scope);
  return (
    <div className={styles.stack}>
      <Choice
        label={t('report.field.figure')}
        value={figure}
        options={figures.map(({ id, name }) => ({ value: id, label: pick(name) }))}
        onChange={(next) => {
          const has = furtherOf(catalogue, next, scope);
          setFigure(next);
          setVariant(null);
          setField({
            ...field,
            filters: Object.fromEntries(has.map((one) => [one, field.filters[one]])),
          });
        }}
      />
      <Choice
        label={t('report.field.variant')}
        value={usual}
        options={(chosen?.variants ?? []).map(({ id, name }) => ({ value: id, label: pick(name) }))}
        onChange={setVariant}
      />
      <fieldset className={styles.filters}>
        <legend>{t('report.field.filters')}</legend>
        <FilterFields
          catalogue={catalogue}
          only={further}
          view={{ filters: definedOf(field.filters) }}
          onChange={({ filters }) => setField({ ...field, filters })}
        />
      </fieldset>
      <How field={field} onChange={setField} />
      <div className={styles.buttons}>
        <Button
          type="primary"
          onClick={() => {
            const { key: _, ...given } = field;
            onInsert({ ...given, filters: definedOf(field.filters), figure: `${figure}.${usual}` });
          }}
        >
          {t('report.field.insertHere')}
        </Button>
        <Button onClick={onClose}>{c('do.close')}</Button>
      </div>
    </div>
  );
};

/** A number of the catalogue, put into the text. */
export const InsertDialog = (props: InsertProps) => {
  const catalogue = useQuery({ ...ask(figureCatalogue), staleTime: 600_000 });
  return (
    <Dialog title={t('report.field.insert')} footer={null} onCancel={props.onClose}>
      <QueryState query={catalogue} lines={4}>
        {(found) => <Insert {...props} catalogue={found} />}
      </QueryState>
    </Dialog>
  );
};
