import { count } from '#web/shared/format.ts';
import { Button } from 'antd';
import { useState } from 'react';
import { ConfirmImportDialog } from './confirm-import-dialog.tsx';
import styles from './import.module.css';
import { t } from './import-texts.ts';
import type { ImportRun } from './import-types.ts';

/** The sum of the preview, at the foot of the window, and the way on. */
export const ConfirmBar = ({ run }: { readonly run: ImportRun }) => {
  const [open, setOpen] = useState(false);
  const { counts, kind } = run;
  const nothing = counts.new + counts.changed === 0;
  return (
    <div className={styles.changeBar}>
      <span>
        {t(`importPage.confirm.ready.${kind}`, {
          new: count(counts.new),
          changed: count(counts.changed),
          same: count(counts.same),
        })}
        {counts.wrong === 0 ? null : (
          <strong className={styles.late}>
            {' '}
            {t('importPage.confirm.wrong', { count: count(counts.wrong) })}
          </strong>
        )}
      </span>
      {nothing ? (
        <span>{t('importPage.confirm.nothing')}</span>
      ) : (
        <Button type="primary" size="large" onClick={() => setOpen(true)}>
          {t('importPage.confirm.open')}
        </Button>
      )}
      {open ? <ConfirmImportDialog run={run} onClose={() => setOpen(false)} /> : null}
    </div>
  );
};
