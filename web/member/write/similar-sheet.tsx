import { commonMessages } from '#contract/messages/common.ts';
import { memberWritingMessages } from '#contract/messages/member-writing.ts';
import { longDate } from '#web/shared/format.ts';
import { pick, texts } from '#web/shared/language.ts';
import { useReference } from '#web/shared/use-reference.ts';
import { useState } from 'react';
import { Sheet } from './sheet.tsx';
import { type Similar, useSimilar } from './use-similar.ts';
import type { Text } from './writing.ts';
import styles from './write.module.css';

const c = texts(commonMessages);
const t = texts(memberWritingMessages);

/** Result classes by the ruleset's own names. */
const useClassNames = (): ((codes: readonly string[]) => string) => {
  const { data } = useReference();
  const named = new Map((data?.ruleset.resultClasses ?? []).map(({ code, name }) => [code, pick(name)]));
  return (codes) => codes.map((code) => named.get(code) ?? code).join(c('say.separator'));
};

const One = ({ similar, classes }: { readonly similar: Similar; readonly classes: string }) => (
  <li className={styles.similar} data-verdict={similar.verdict}>
    <p className={styles.verdict}>
      <strong>{t(`write.similar.${similar.verdict}`)}</strong>
      {similar.reasons.opposite === null
        ? null
        : t('write.similar.words', {
            mine: similar.reasons.opposite[0] ?? '',
            theirs: similar.reasons.opposite[1] ?? '',
          })}
    </p>
    <h3 lang="zh-CN">
      {similar.link === null ? (
        similar.title
      ) : (
        <a href={similar.link} target="_blank" rel="noreferrer">
          {similar.title}
        </a>
      )}
    </h3>
    <p lang="zh-CN" className={styles.note}>
      {[similar.caseNo, t('write.similar.year', { year: similar.year }), similar.units.join('、')]
        .filter((part) => part !== '')
        .join(' · ')}
    </p>
    {classes === '' ? null : <p>{t('write.similar.result', { classes })}</p>}
    {similar.answered === null ? (
      <p className={styles.note}>{t('write.similar.noAnswer')}</p>
    ) : (
      <>
        <p className={styles.said}>
          <strong>{t('write.similar.answered', { date: longDate(similar.answered.on) })}</strong>{' '}
          <span lang="zh-CN">{similar.answered.text}</span>
        </p>
        {similar.answered.promised === '' ? null : (
          <p className={styles.said}>
            <strong>{t('write.similar.promised')}</strong>{' '}
            <span lang="zh-CN">{similar.answered.promised}</span>
          </p>
        )}
      </>
    )}
  </li>
);

const Found = ({ items }: { readonly items: readonly Similar[] }) => {
  const classNames = useClassNames();
  return (
    <ul className={styles.similars}>
      {items.map((similar) => (
        <One key={similar.id} similar={similar} classes={classNames(similar.resultClasses)} />
      ))}
    </ul>
  );
};

/** 历年相似件, beside what is written: says that there are some, never stands in the way. */
export const SimilarMatters = ({ text }: { readonly text: Text }) => {
  const items = useSimilar(text);
  const [open, setOpen] = useState(false);
  const opposite = items.filter(({ verdict }) => verdict === 'opposite').length;
  return (
    <>
      <div role="status">
        {items.length === 0 ? null : (
          <button type="button" className={styles.similarLine} onClick={() => setOpen(true)}>
            <span>
              {t('write.similar.count', { count: items.length })}
              {opposite === 0 ? null : (
                <strong>{t('write.similar.someOpposite', { count: opposite })}</strong>
              )}
            </span>
            <span aria-hidden="true">›</span>
          </button>
        )}
      </div>
      {open ? (
        <Sheet title={t('write.similar.title')} onClose={() => setOpen(false)}>
          <p>{t('write.similar.lead')}</p>
          <Found items={items} />
        </Sheet>
      ) : null}
    </>
  );
};
