import type { ResponseOf } from '#contract/endpoint.ts';
import { mySubmissions, toSign } from '#contract/submission.ts';
import { commonMessages } from '#contract/messages/common.ts';
import { memberWritingMessages } from '#contract/messages/member-writing.ts';
import { submissionMessages } from '#contract/messages/submission.ts';
import { ask, askPages } from '#web/shared/ask.ts';
import { moment } from '#web/shared/format.ts';
import { texts } from '#web/shared/language.ts';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { paths } from '../routes.ts';
import { useSession } from '../session.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { CardTitle } from '../ui/card-title.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Answer } from '../ui/waiting.tsx';
import { draftsHere, nameOf } from './device-drafts.ts';
import { nextInWords } from './next-in-words.ts';
import styles from './write.module.css';

const c = texts(commonMessages);
const s = texts(submissionMessages);
const t = texts(memberWritingMessages);

type Row = ResponseOf<typeof mySubmissions>['items'][number];
type Invitation = ResponseOf<typeof toSign>['items'][number];

/** Where a row belongs; the first group that takes it has it. */
const groups = ['toAnswer', 'returned', 'drafts', 'gathering', 'office', 'filed', 'ended'] as const;
type Group = (typeof groups)[number];

const groupOf = ({ state, next, mine, signers }: Row): Group => {
  if (next?.what === 'agreeToWithdraw' && next.mine) return 'toAnswer';
  switch (state) {
    case 'returned':
      return 'returned';
    case 'draft':
      return mine === 'signer' || next?.what === 'gather' || signers.invited + signers.outdated > 0
        ? 'gathering'
        : 'drafts';
    case 'vetting':
    case 'submitted':
      return 'office';
    case 'filed':
      return 'filed';
    case 'declined':
    case 'converted':
    case 'split':
    case 'withdrawn':
    case 'discarded':
      return 'ended';
    default: {
      const forgotten: never = state;
      return forgotten;
    }
  }
};

const addressOfRow = ({ id, state, mine, matterId }: Row): string => {
  if (state === 'filed' && matterId !== null) return paths.matter(matterId);
  return mine === 'author' && state === 'draft' ? paths.write(nameOf(id)) : paths.submission(id);
};

const Card = ({ row }: { readonly row: Row }) => (
  <li className={styles.card} data-state={row.state}>
    {row.returnedText === null || row.state !== 'returned' ? null : (
      <p className={styles.warning}>
        <strong>{t('mine.returnedText')}</strong> <span lang="zh-CN">{row.returnedText}</span>
      </p>
    )}
    <p className={styles.note}>
      <strong>{c(`kind.${row.kind}`)}</strong>{' '}
      <span lang="zh-CN">{row.caseNo ?? row.flowNo ?? row.organ.name}</span>
      {row.mine === 'author' ? null : ` · ${t(`mine.as.${row.mine}`, { author: row.author.name })}`}
      {row.enteredBy === null ? null : ` · ${t('mine.enteredBy', { name: row.enteredBy })}`}
    </p>
    <CardTitle href={addressOfRow(row)} title={row.title === '' ? t('mine.untitled') : row.title} />
    <p>
      <strong>{s(`submission.state.${row.state}`)}</strong>
      {row.next === null ? null : ` · ${nextInWords(row.next)}`}
    </p>
    {row.signers.invited + row.signers.signed + row.signers.outdated === 0 ? null : (
      <p className={styles.note}>{t('signers.counts', { ...row.signers })}</p>
    )}
    <p className={styles.note}>{t('mine.changed', { at: moment(row.updatedAt) })}</p>
  </li>
);

const Section = ({
  id,
  title,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}) => (
  <section aria-labelledby={id} className={styles.list}>
    <h2 id={id}>{title}</h2>
    <ul className={styles.cards}>{children}</ul>
  </section>
);

const Invited = ({ items }: { readonly items: readonly Invitation[] }) =>
  items.length === 0 ? null : (
    <Section id="to-sign" title={t('mine.toSign', { count: items.length })}>
      {items.map((one) => (
        <li key={one.id} className={styles.card} data-state="returned">
          <p className={styles.note}>
            {t('mine.invitedBy', { author: one.author.name, group: one.author.group })}
          </p>
          <CardTitle href={paths.sign(one.id)} title={one.title === '' ? t('mine.untitled') : one.title} />
          {one.again ? <p className={styles.warning}>{t('mine.again')}</p> : null}
          <p className={styles.note}>
            {one.closed
              ? t('mine.closed')
              : one.until === null
                ? t('mine.signed', { count: one.signed })
                : t('mine.until', { at: moment(one.until), count: one.signed })}
          </p>
        </li>
      ))}
    </Section>
  );

/** What only this device has: it goes to the server by itself once its page is opened with a connection. */
const OnlyHere = () => {
  const { person } = useSession();
  const kept = draftsHere(person.id).list();
  return kept.length === 0 ? null : (
    <Section id="only-here" title={t('mine.onlyHere', { count: kept.length })}>
      {kept.map(({ name, kept: { content, submissionId }, at }) => (
        <li key={name} className={styles.card} data-state="returned">
          <CardTitle
            href={paths.write(submissionId === null ? name : nameOf(submissionId))}
            title={content.text.title === '' ? t('mine.untitled') : content.text.title}
          />
          <p className={styles.note}>{t('mine.onlyHere.detail', { at: moment(at) })}</p>
        </li>
      ))}
    </Section>
  );
};

const Rows = ({ rows }: { readonly rows: readonly Row[] }) =>
  groups.map((group) => {
    const own = rows.filter((row) => groupOf(row) === group);
    return own.length === 0 ? null : (
      <Section key={group} id={group} title={t(`mine.${group}`, { count: own.length })}>
        {own.map((row) => (
          <Card key={row.id} row={row} />
        ))}
      </Section>
    );
  });

/** 我提出的: what waits for oneself first, then by where it is. */
export const SubmissionsPage = () => {
  const query = useInfiniteQuery(askPages(mySubmissions));
  const invitations = useQuery(ask(toSign));
  return (
    <>
      <PageTitle tab={t('mine.title')}>{t('mine.title')}</PageTitle>
      <ButtonLink look="main" wide href={paths.begin}>
        ＋ {t('mine.begin')}
      </ButtonLink>
      <Invited items={invitations.data?.items ?? []} />
      <OnlyHere />
      <Answer query={query}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          return (
            <>
              {rows.length === 0 ? <p>{t('mine.empty')}</p> : <Rows rows={rows} />}
              {query.hasNextPage ? (
                <Button wide busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {c('do.loadMore')}
                </Button>
              ) : null}
            </>
          );
        }}
      </Answer>
    </>
  );
};
