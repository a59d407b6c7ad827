import type { ResponseOf } from '#contract/endpoint.ts';
import { mySessionMessages } from '#contract/messages/my-session.ts';
import { mySessionOpinions } from '#contract/session-opinion.ts';
import { ask } from '#web/shared/ask.ts';
import { texts } from '#web/shared/language.ts';
import { useQuery } from '@tanstack/react-query';
import { shortDate } from '../dates.ts';
import styles from '../home/home.module.css';
import { paths } from '../routes.ts';
import { PageLink } from '../ui/page-link.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Answer } from '../ui/waiting.tsx';

const t = texts(mySessionMessages);

type Said = ResponseOf<typeof mySessionOpinions>['items'][number];

const Answers = ({ said }: { readonly said: Said }) => (
  <ul>
    {said.answers.map(({ unit, channel, on, text }) => (
      <li key={unit}>
        {channel === null || on === null
          ? t('mine.waiting', { unit })
          : t('mine.answer', { unit, date: shortDate(on), channel: t(`mine.channel.${channel}`) })}
        {text === null ? null : <span lang="zh-CN">{text}</span>}
      </li>
    ))}
  </ul>
);

const SaidCard = ({ said }: { readonly said: Said }) => (
  <article className={styles.card}>
    <p className={styles.number}>
      <strong>{t(`mine.stage.${said.stage}`)}</strong>
      <span lang="zh-CN">
        {' '}
        · {said.sessionName} · {said.groupName} · {shortDate(said.heldOn)}
      </span>
    </p>
    <p lang="zh-CN">{said.text}</p>
    {said.notForwardedBecause === null ? null : (
      <p>{t('mine.because', { reason: said.notForwardedBecause })}</p>
    )}
    {said.answers.length === 0 ? null : <Answers said={said} />}
    {said.matter === null ? null : (
      <p>
        {said.matter.mine ? (
          <PageLink href={paths.matter(said.matter.id)}>
            {t('mine.matter', { caseNo: said.matter.caseNo })}
          </PageLink>
        ) : (
          t('mine.matter', { caseNo: said.matter.caseNo })
        )}
      </p>
    )}
  </article>
);

/** 我在分组讨论中的意见: what one said, and what became of each. */
export const SessionOpinionsPage = () => {
  const query = useQuery(ask(mySessionOpinions));
  return (
    <>
      <PageTitle tab={t('mine.title')}>{t('mine.title')}</PageTitle>
      <Answer query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <div className={styles.empty}>
              <h2>{t('mine.empty')}</h2>
              <p>{t('mine.empty.detail')}</p>
            </div>
          ) : (
            <div className={styles.list}>
              <ul>
                {items.map((said) => (
                  <li key={said.id}>
                    <SaidCard said={said} />
                  </li>
                ))}
              </ul>
            </div>
          )
        }
      </Answer>
    </>
  );
};
