import { changeSessionOpinion, sameSessionOpinions } from '#contract/session-opinion.ts';
import { ask } from '#web/shared/ask.ts';
import { share } from '#web/shared/format.ts';
import { CommandButton } from '#web/shared/ui/command-button.tsx';
import { EmptyState } from '#web/shared/ui/empty-state.tsx';
import { useProblemNotice } from '#web/shared/ui/problem-notice.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useCommand } from '#web/shared/use-command.ts';
import { useQuery } from '@tanstack/react-query';
import { OpinionCard } from './opinion-card.tsx';
import styles from './opinions.module.css';
import { t } from './opinion-texts.ts';
import type { Desk, Opinion } from './opinion-types.ts';

const Other = ({
  opinion,
  other,
}: {
  readonly opinion: Opinion;
  readonly other: Opinion & { score: number };
}) => {
  const join = useCommand(changeSessionOpinion, { onRefused: useProblemNotice() });
  return (
    <li>
      <div className={styles.line}>
        <b>{t('opinions.noOf', { no: other.no })}</b>
        <span>{other.group.name}</span>
        <span>{other.speaker === '' ? t('opinions.speaker.none') : other.speaker}</span>
        <span>{t(`opinions.state.${other.state}`)}</span>
        <span className={styles.meta}>{t('opinions.same.score', { share: share(other.score, 1) })}</span>
      </div>
      <p className={styles.text} lang="zh-CN">
        {other.text}
      </p>
      <div className={styles.buttons}>
        <CommandButton
          type="primary"
          command={join}
          given={() => ({
            params: { opinionId: opinion.id },
            version: opinion.version,
            body: { type: 'joinSame' as const, withId: other.id },
          })}
        >
          {t('opinions.do.join')}
        </CommandButton>
      </div>
    </li>
  );
};

/** 疑似相同: what waits, beside what of the session reads alike. A person judges. */
export const SameTab = ({ sessionId, desk }: { readonly sessionId: number; readonly desk: Desk }) => {
  const query = useQuery(ask(sameSessionOpinions, { query: { sessionId } }));
  return (
    <QueryState query={query} lines={8}>
      {({ items }) => (
        <div className={styles.stack}>
          <p>{t('opinions.same.note')}</p>
          {items.length === 0 ? <EmptyState title={t('opinions.same.none')} detail="" /> : null}
          <ul className={styles.cards}>
            {items.map(({ opinion, others }) => (
              <li key={opinion.id}>
                <OpinionCard opinion={opinion} desk={desk}>
                  <ul className={styles.referrals}>
                    {others.map((other) => (
                      <Other key={other.id} opinion={opinion} other={other} />
                    ))}
                  </ul>
                </OpinionCard>
              </li>
            ))}
          </ul>
        </div>
      )}
    </QueryState>
  );
};
