import type { ResponseOf } from '#contract/endpoint.ts';
import type { assignInBulk } from '#contract/matter.ts';
import { commonMessages } from '#contract/messages/common.ts';
import { texts } from '#web/shared/language.ts';
import { Dialog } from '#web/shared/ui/dialog.tsx';
import { Button } from 'antd';
import styles from './dialogs.module.css';

const c = texts(commonMessages);

/** What came of one step on many: how many were done, and which were refused and why. */
export type Outcome = ResponseOf<typeof assignInBulk>;

type BulkOutcomeProps = {
  readonly title: string;
  /** How many were done and refused, in a sentence. */
  readonly sum: string;
  readonly refused: Outcome['refused'];
  readonly onClose: () => void;
};

/** What came of a step on many matters; what was refused is listed with its reason. */
export const BulkOutcome = ({ title, sum, refused, onClose }: BulkOutcomeProps) => {
  return (
    <Dialog
      title={title}
      onCancel={onClose}
      footer={
        <Button type="primary" onClick={onClose}>
          {c('do.close')}
        </Button>
      }
    >
      <div className={styles.stack}>
        <p role="status">{sum}</p>
        {refused.length === 0 ? null : (
          <ul className={styles.rows}>
            {refused.map((row) => (
              <li key={row.id}>
                <strong>{row.label}</strong>
                <div>{row.detail}</div>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  );
};
