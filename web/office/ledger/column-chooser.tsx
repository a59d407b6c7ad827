import { commonMessages } from '#contract/messages/common.ts';
import { seeMessages } from '#contract/messages/see.ts';
import { texts } from '#web/shared/language.ts';
import { Dialog } from '#web/shared/ui/dialog.tsx';
import ArrowDownOutlined from '@ant-design/icons/ArrowDownOutlined';
import ArrowUpOutlined from '@ant-design/icons/ArrowUpOutlined';
import { Button, Checkbox } from 'antd';
import styles from './ledger.module.css';
import { type ColumnKey, columnKeys, defaultColumns } from './ledger-columns.tsx';

const t = texts(seeMessages);
const c = texts(commonMessages);

type ColumnChooserProps = {
  readonly open: boolean;
  readonly columns: readonly ColumnKey[];
  readonly onChange: (columns: readonly ColumnKey[]) => void;
  readonly onClose: () => void;
};

const moved = (columns: readonly ColumnKey[], from: number, by: -1 | 1): readonly ColumnKey[] => {
  const column = columns[from];
  if (column === undefined) return columns;
  return columns.toSpliced(from, 1).toSpliced(from + by, 0, column);
};

type ShownProps = {
  readonly column: ColumnKey;
  readonly first: boolean;
  readonly last: boolean;
  readonly onHide: () => void;
  readonly onMove: (by: -1 | 1) => void;
};

const Shown = ({ column, first, last, onHide, onMove }: ShownProps) => {
  const name = t(`ledger.column.${column}`);
  return (
    <li>
      <Checkbox checked disabled={column === 'title'} onChange={onHide}>
        {name}
      </Checkbox>
      <Button
        type="text"
        icon={<ArrowUpOutlined aria-hidden />}
        disabled={first}
        aria-label={t('ledger.columns.up', { column: name })}
        onClick={() => onMove(-1)}
      />
      <Button
        type="text"
        icon={<ArrowDownOutlined aria-hidden />}
        disabled={last}
        aria-label={t('ledger.columns.down', { column: name })}
        onClick={() => onMove(1)}
      />
    </li>
  );
};

/** Which columns the table shows, in which order; moved by buttons, so that no dragging is needed. */
export const ColumnChooser = ({ open, columns, onChange, onClose }: ColumnChooserProps) => {
  const hidden = columnKeys.filter((key) => !columns.includes(key));
  return (
    <Dialog
      open={open}
      title={t('ledger.columns.title')}
      onCancel={onClose}
      footer={[
        <Button key="reset" onClick={() => onChange(defaultColumns)}>
          {t('ledger.columns.reset')}
        </Button>,
        <Button key="close" type="primary" onClick={onClose}>
          {c('do.confirm')}
        </Button>,
      ]}
    >
      <p>{t('ledger.columns.lead')}</p>
      <ul className={styles.columns}>
        {columns.map((key, at) => (
          <Shown
            key={key}
            column={key}
            first={at === 0}
            last={at === columns.length - 1}
            onHide={() => onChange(columns.filter((one) => one !== key))}
            onMove={(by) => onChange(moved(columns, at, by))}
          />
        ))}
      </ul>
      <ul className={styles.hidden}>
        {hidden.map((key) => (
          <li key={key}>
            <Checkbox checked={false} onChange={() => onChange([...columns, key])}>
              {t(`ledger.column.${key}`)}
            </Checkbox>
          </li>
        ))}
      </ul>
    </Dialog>
  );
};
