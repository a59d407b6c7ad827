import { Button } from 'antd';
import styles from './import.module.css';
import { t } from './import-texts.ts';

type ChangeBarProps = {
  readonly says: string;
  readonly apply: string;
  readonly pending: boolean;
  readonly onApply: () => void;
  readonly onUndo: () => void;
};

/** Changes that wait to be compared, at the foot of the window until they are applied or discarded. */
export const ChangeBar = ({ says, apply, pending, onApply, onUndo }: ChangeBarProps) => (
  <div className={styles.changeBar}>
    <span role="status">{pending ? t('importPage.checking') : says}</span>
    <Button onClick={onUndo} disabled={pending}>
      {t('importPage.apply.undo')}
    </Button>
    <Button type="primary" loading={pending} onClick={onApply}>
      {apply}
    </Button>
  </div>
);
