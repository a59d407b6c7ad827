import type { BodyGiven } from '#contract/endpoint.ts';
import type { chooseForImport } from '#contract/import.ts';
import { Panel } from '#web/shared/ui/panel.tsx';
import { Button, InputNumber, Select } from 'antd';
import { useId, useState } from 'react';
import styles from './import.module.css';
import { listWords, t } from './import-texts.ts';
import type { ImportTable } from './import-types.ts';

type Mapping = BodyGiven<typeof chooseForImport>['mapping'];

/** Rows count from 1 for people and from 0 in the contract. */
const headingText = (rows: ImportTable['headerRows']): string => {
  if (rows === null) return t('importPage.table.headingNone');
  return rows.first === rows.last
    ? t('importPage.table.headingRow', { first: rows.first + 1 })
    : t('importPage.table.headingRows', { first: rows.first + 1, last: rows.last + 1 });
};

const sheetText = ({ name, rows, hidden }: ImportTable['sheets'][number]): string => {
  const said =
    rows === null
      ? t('importPage.table.sheetNone', { name })
      : t('importPage.table.sheetRows', { name, rows });
  return hidden ? t('importPage.table.sheetHidden', { name: said }) : said;
};

type HeadingFormProps = {
  readonly rows: ImportTable['headerRows'];
  readonly pending: boolean;
  readonly onSend: (rows: { first: number; last: number }) => void;
};

const HeadingForm = ({ rows, pending, onSend }: HeadingFormProps) => {
  const id = useId();
  const [first, setFirst] = useState((rows?.first ?? 0) + 1);
  const [last, setLast] = useState((rows?.last ?? 0) + 1);
  const wrong = last < first;
  return (
    <div className={styles.heading}>
      <label htmlFor={`${id}f`}>{t('importPage.table.headingFrom')}</label>
      <InputNumber
        id={`${id}f`}
        min={1}
        max={1_000}
        precision={0}
        value={first}
        onChange={(n) => setFirst(n ?? 1)}
      />
      <label htmlFor={`${id}l`}>{t('importPage.table.headingTo')}</label>
      <InputNumber
        id={`${id}l`}
        min={1}
        max={1_000}
        precision={0}
        value={last}
        onChange={(n) => setLast(n ?? 1)}
      />
      <Button
        loading={pending}
        onClick={() => (wrong ? undefined : onSend({ first: first - 1, last: last - 1 }))}
      >
        {t('importPage.apply')}
      </Button>
      {wrong ? (
        <span role="alert" className={styles.fault}>
          {t('importPage.table.headingOrder')}
        </span>
      ) : null}
    </div>
  );
};

type TablePanelProps = {
  readonly table: ImportTable;
  readonly pending: boolean;
  readonly onSend: (mapping: Mapping) => void;
};

/** Which sheet is read and where its heading stands; a change is compared at once, for all below depends on it. */
export const TablePanel = ({ table, pending, onSend }: TablePanelProps) => {
  const id = useId();
  const [changing, setChanging] = useState(false);
  const { sheets, sheet, headerRows, titleLines, remembered, leftOut } = table;
  return (
    <Panel title={t('importPage.table.title')}>
      <div className={styles.stack}>
        {remembered ? (
          <p className={styles.good}>
            {t('importPage.table.remembered')}{' '}
            <Button type="link" size="small" loading={pending} onClick={() => onSend(null)}>
              {t('importPage.table.forget')}
            </Button>
          </p>
        ) : null}
        <dl className={styles.facts}>
          <dt>
            <label htmlFor={id}>{t('importPage.table.sheet')}</label>
          </dt>
          <dd>
            {sheets.length < 2 ? (
              (sheets[0]?.name ?? '')
            ) : (
              <Select
                id={id}
                virtual={false}
                value={sheet}
                loading={pending}
                onChange={(chosen: number) => onSend({ sheet: chosen })}
                options={sheets.map((one) => ({ value: one.index, label: sheetText(one) }))}
                popupMatchSelectWidth={false}
              />
            )}
          </dd>
          <dt>{t('importPage.table.heading')}</dt>
          <dd>
            {headingText(headerRows)}{' '}
            <Button type="link" size="small" aria-expanded={changing} onClick={() => setChanging(!changing)}>
              {t('importPage.table.headingChange')}
            </Button>
            {changing ? (
              <HeadingForm
                rows={headerRows}
                pending={pending}
                onSend={(rows) => onSend({ sheet, headerRows: rows })}
              />
            ) : null}
          </dd>
          {titleLines.length === 0 ? null : (
            <>
              <dt>{t('importPage.table.titles')}</dt>
              <dd className={styles.quiet}>{titleLines.slice(0, 4).join(' · ')}</dd>
            </>
          )}
        </dl>
        {leftOut.length === 0 ? null : (
          <p className={styles.quiet}>
            {t('importPage.table.leftOut', { fields: listWords(leftOut.map(({ label }) => label)) })}
          </p>
        )}
      </div>
    </Panel>
  );
};
