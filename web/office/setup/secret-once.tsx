import { Dialog } from '#web/shared/ui/dialog.tsx';
import CopyOutlined from '@ant-design/icons/CopyOutlined';
import { Button } from 'antd';
import { useState } from 'react';
import styles from './setup.module.css';
import { c, t } from './setup-texts.ts';

type SecretOnceProps = {
  readonly title: string;
  readonly lead: string;
  /** Shown beside the secret, as the user name beside its password. */
  readonly beside?: { readonly label: string; readonly value: string };
  readonly secret: string;
  readonly onClose: () => void;
};

/** Something that is told once. It closes only by saying that it was kept. */
export const SecretOnce = ({ title, lead, beside, secret, onClose }: SecretOnceProps) => {
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(secret);
      setCopied(true);
    } catch {
      // Without permission for the clipboard, the text stands there to be selected.
    }
  };
  return (
    <Dialog
      title={title}
      closable={false}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('secret.kept')}
        </Button>
      }
    >
      <div className={styles.stack}>
        <p>{lead}</p>
        <dl className={styles.facts}>
          {beside === undefined ? null : (
            <>
              <dt>{beside.label}</dt>
              <dd>{beside.value}</dd>
            </>
          )}
          <dt>{t('secret.value')}</dt>
          <dd className={styles.secret}>
            <code>{secret}</code>
            <Button icon={<CopyOutlined aria-hidden />} onClick={() => void copy()}>
              {c(copied ? 'do.copied' : 'do.copy')}
            </Button>
            <span role="status" className="visually-hidden">
              {copied ? c('do.copied') : ''}
            </span>
          </dd>
        </dl>
      </div>
    </Dialog>
  );
};
