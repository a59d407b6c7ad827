import { feedLink, makeFeedLink, revokeFeedLink } from '#contract/feed.ts';
import { feedMessages } from '#contract/messages/feed.ts';
import { ask } from '#web/shared/ask.ts';
import { moment } from '#web/shared/format.ts';
import { texts } from '#web/shared/language.ts';
import { useCommand } from '#web/shared/use-command.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { ProblemBox } from '../ui/trouble.tsx';
import { Answer } from '../ui/waiting.tsx';
import { ConfirmForm } from './confirm-form.tsx';
import styles from './settings.module.css';

const t = texts(feedMessages);

const copy = async (url: string): Promise<void> => {
  try {
    await navigator.clipboard.writeText(url);
    announce(t('feed.copied'));
  } catch {
    // Without permission for the clipboard, the text stands there to be selected.
  }
};

/** One's private calendar link: made, made anew, revoked. */
export const CalendarLink = () => {
  const query = useQuery(ask(feedLink));
  const [fresh, setFresh] = useState<string | null>(null);
  const make = useCommand(makeFeedLink, {
    refreshes: ['feedLink'],
    onDone: ({ path }) => setFresh(`${window.location.origin}${path}`),
  });
  const revoke = useCommand(revokeFeedLink, {
    refreshes: ['feedLink'],
    onDone: () => {
      setFresh(null);
      announce(t('feed.revoked'));
    },
  });
  return (
    <Answer query={query}>
      {({ link }) => (
        <div className={styles.form}>
          <p>{t('feed.lead')}</p>
          <p className={styles.note}>{t('feed.privacy')}</p>
          {make.problem?.code === 'confirm-first' ? (
            <ConfirmForm onConfirmed={() => void make.run({ body: {} })} />
          ) : (
            <ProblemBox problem={make.problem ?? revoke.problem} />
          )}
          {fresh === null ? null : (
            <>
              <Field
                label={t('feed.link')}
                help={t('feed.once')}
                value={fresh}
                readOnly
                onFocus={(event) => event.target.select()}
              />
              <Button onClick={() => void copy(fresh)}>{t('feed.copy')}</Button>
            </>
          )}
          <p className={styles.note}>
            {link === null ? t('feed.none') : t('feed.made', { at: moment(link.madeAt) })}
          </p>
          <Button busy={make.pending} onClick={() => void make.run({ body: {} })}>
            {t(link === null ? 'feed.make' : 'feed.remake')}
          </Button>
          {link === null ? null : (
            <Button look="danger" busy={revoke.pending} onClick={() => void revoke.run({ body: {} })}>
              {t('feed.revoke')}
            </Button>
          )}
        </div>
      )}
    </Answer>
  );
};
