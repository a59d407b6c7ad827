import { commonMessages } from '#contract/messages/common.ts';
import { seeMessages } from '#contract/messages/see.ts';
import { texts } from '#web/shared/language.ts';
import ArrowDownOutlined from '@ant-design/icons/ArrowDownOutlined';
import ArrowUpOutlined from '@ant-design/icons/ArrowUpOutlined';
import { Button, Checkbox, Modal } from 'antd';
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

/** Which columns the table shows, in which order; moved by buttons, so that no dragging is needed. */
export const ColumnChooser = ({ open, columns, onChange, onClose }: ColumnChooserProps) => {
  const hidden = columnKeys.filter((key) => !columns.includes(key));
  return (
    <Modal
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
        {[...columns, ...hidden].map((key, at) => {
          const shown = columns.includes(key);
          const column = t(`ledger.column.${key}`);
          return (
            <li key={key}>
              <Checkbox
                checked={shown}
                disabled={key === 'title'}
                onChange={() => onChange(shown ? columns.filter((one) => one !== key) : [...columns, key])}
              >
                {column}
              </Checkbox>
              {shown ? (
                <>
                  <Button
                    type="text"
                    icon={<ArrowUpOutlined />}
                    disabled={at === 0}
                    aria-label={t('ledger.columns.up', { column })}
                    onClick={() => onChange(moved(columns, at, -1))}
                  />
                  <Button
                    type="text"
                    icon={<ArrowDownOutlined />}
                    disabled={at === columns.length - 1}
                    aria-label={t('ledger.columns.down', { column })}
                    onClick={() => onChange(moved(columns, at, 1))}
                  />
                </>
              ) : null}
            </li>
          );
        })}
      </ul>
    </Modal>
  );
};
