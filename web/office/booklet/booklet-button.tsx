import { sessionCategoryList, sessionDigest } from '#contract/booklet.ts';
import { bookletMessages } from '#contract/messages/booklet.ts';
import { commonMessages } from '#contract/messages/common.ts';
import { addressOf } from '#web/shared/api.ts';
import { texts } from '#web/shared/language.ts';
import { Dialog } from '#web/shared/ui/dialog.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useReference } from '#web/shared/use-reference.ts';
import BookOutlined from '@ant-design/icons/BookOutlined';
import { Button, Select } from 'antd';
import { useId, useState } from 'react';
import { holdsAny, useSession } from '../shell/session.ts';
import { sessionsFor } from '../shell/sessions-for.ts';
import styles from './booklet.module.css';

const t = texts(bookletMessages);
const c = texts(commonMessages);

type Choice = { readonly id: number; readonly name: string };

const papers = [
  { key: 'internal', label: 'booklet.digest.internal' },
  { key: 'public', label: 'booklet.digest.public' },
  { key: 'list', label: 'booklet.list' },
] as const;
const formats = ['pdf', 'docx'] as const;

const linkOf = (
  key: (typeof papers)[number]['key'],
  sessionId: number,
  format: (typeof formats)[number],
): string =>
  key === 'list'
    ? addressOf(sessionCategoryList, { sessionId }, { format })
    : addressOf(sessionDigest, { sessionId }, { audience: key, format });

const Papers = ({ sessions }: { readonly sessions: readonly Choice[] }) => {
  const id = useId();
  const [chosen, setChosen] = useState(sessions[0]?.id);
  return (
    <div className={styles.stack}>
      <label htmlFor={id}>{t('booklet.session')}</label>
      <Select
        id={id}
        virtual={false}
        {...(chosen === undefined ? {} : { value: chosen })}
        options={sessions.map((one) => ({ value: one.id, label: one.name }))}
        onChange={setChosen}
      />
      {chosen === undefined ? null : (
        <ul className={styles.papers}>
          {papers.map(({ key, label }) => (
            <li key={key}>
              <span>{t(label)}</span>
              {formats.map((format) => (
                <a
                  key={format}
                  href={linkOf(key, chosen, format)}
                  aria-label={`${t(label)} ${format.toUpperCase()}`}
                  download
                >
                  {format.toUpperCase()}
                </a>
              ))}
            </li>
          ))}
        </ul>
      )}
      <p className={styles.note}>{t('booklet.note')}</p>
    </div>
  );
};

/** What can be printed of a session; only for who may print it. */
export const BookletButton = () => {
  const session = useSession();
  const [open, setOpen] = useState(false);
  const words = useReference();
  if (!holdsAny(session, ['supervisor', 'congress-office', 'cppcc-office'])) return null;
  return (
    <>
      <Button icon={<BookOutlined aria-hidden />} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('booklet.menu')}
      </Button>
      <Dialog
        open={open}
        title={t('booklet.menu')}
        onCancel={() => setOpen(false)}
        footer={<Button onClick={() => setOpen(false)}>{c('do.close')}</Button>}
      >
        <QueryState query={words} lines={3}>
          {(reference) => <Papers sessions={sessionsFor(session, reference)} />}
        </QueryState>
      </Dialog>
    </>
  );
};
