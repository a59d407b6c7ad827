import { feedLink, makeFeedLink, revokeFeedLink } from '#contract/feed.ts';
import { commonMessages } from '#contract/messages/common.ts';
import { feedMessages } from '#contract/messages/feed.ts';
import { ask } from '#web/shared/ask.ts';
import { moment } from '#web/shared/format.ts';
import { texts } from '#web/shared/language.ts';
import { CommandButton } from '#web/shared/ui/command-button.tsx';
import { useProblemNotice } from '#web/shared/ui/problem-notice.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useCommand } from '#web/shared/use-command.ts';
import { useQuery } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useId, useState } from 'react';
import { ConfirmIdentity } from './confirm-identity.tsx';
import styles from './account.module.css';

const t = texts(feedMessages);
const c = texts(commonMessages);

/** The link as it was just made: shown this once, whole, to be copied. */
const FreshLink = ({ url }: { readonly url: string }) => {
  const id = useId();
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(url);
      setCopied(true);
    } catch {
      // Without permission for the clipboard, the text stands there to be selected.
    }
  };
  return (
    <div className={styles.fresh}>
      <label htmlFor={id}>{t('feed.link')}</label>
      <Input id={id} value={url} readOnly onFocus={(event) => event.target.select()} />
      <Button onClick={() => void copy()}>{c(copied ? 'do.copied' : 'do.copy')}</Button>
      <span role="status" className="visually-hidden">
        {copied ? t('feed.copied') : ''}
      </span>
      <p className={styles.note}>{t('feed.once')}</p>
    </div>
  );
};

/** One's private calendar link: made, made anew, revoked. */
export const CalendarLink = () => {
  const query = useQuery(ask(feedLink));
  const { message } = App.useApp();
  const [fresh, setFresh] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const notice = useProblemNotice();
  const goOn = (): void => {
    setAsking(false);
    void make.run({ body: {} });
  };
  const make = useCommand(makeFeedLink, {
    refreshes: ['feedLink'],
    onDone: ({ path }) => setFresh(`${window.location.origin}${path}`),
    onRefused: (problem) => (problem.code === 'confirm-first' ? setAsking(true) : notice(problem)),
  });
  const revoke = useCommand(revokeFeedLink, {
    refreshes: ['feedLink'],
    onDone: () => {
      setFresh(null);
      void message.success(t('feed.revoked'));
    },
    onRefused: notice,
  });
  return (
    <QueryState query={query} lines={3}>
      {({ link }) => (
        <div className={styles.feed}>
          <p>{t('feed.lead')}</p>
          <p className={styles.note}>{t('feed.privacy')}</p>
          <p className={styles.note}>{t('feed.reach')}</p>
          {fresh === null ? null : <FreshLink url={fresh} />}
          <p>
            {link === null
              ? t('feed.none')
              : `${t('feed.made', { at: moment(link.madeAt) })} · ${
                  link.lastUsedAt === null
                    ? t('feed.unused')
                    : t('feed.used', { at: moment(link.lastUsedAt) })
                }`}
          </p>
          <ConfirmIdentity open={asking} onConfirmed={goOn} onCancel={() => setAsking(false)} />
          <div className={styles.feedButtons}>
            <CommandButton command={make} given={() => ({ body: {} })}>
              {t(link === null ? 'feed.make' : 'feed.remake')}
            </CommandButton>
            {link === null ? null : (
              <CommandButton danger command={revoke} given={() => ({ body: {} })}>
                {t('feed.revoke')}
              </CommandButton>
            )}
          </div>
        </div>
      )}
    </QueryState>
  );
};
