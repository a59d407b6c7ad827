import { absenceMessages } from '#contract/messages/absence.ts';
import { moment } from '#web/shared/format.ts';
import { currentLanguage, texts } from '#web/shared/language.ts';
import { Button } from 'antd';
import { useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { eventSentence } from './event-sentence.ts';
import { useMatter } from './matter-context.ts';
import { Nothing, Section } from './section.tsx';
import styles from './timeline.module.css';
import { useWords } from './use-words.ts';
import { t } from './matter-texts.ts';

const a = texts(absenceMessages);

const fewEntries = 12;
/** It is not worth a press to unfold fewer than this. */
const slack = 6;

/** Which entry the address means, as a number of the figures leads to what put a row there. */
const useMeant = (): number | undefined => {
  const meant = (useSearch({ strict: false }) as Readonly<Record<string, unknown>>)['entry'];
  return typeof meant === 'string' && /^[1-9]\d{0,8}$/.test(meant) ? Number(meant) : undefined;
};

/** 全程记录: who did what when, from the journal, newest first. */
export const TimelineSection = () => {
  const { matter } = useMatter();
  const words = useWords();
  const [all, setAll] = useState(false);
  const entry = useMeant();
  const meant = useRef<HTMLLIElement>(null);
  const entries = matter.timeline.toReversed();
  const deep = entries.findIndex(({ n }) => n === entry) >= fewEntries;
  const shown = all || deep || entries.length <= fewEntries + slack ? entries : entries.slice(0, fewEntries);
  useEffect(() => {
    if (entry === undefined) return;
    meant.current?.focus({ preventScroll: true });
    meant.current?.scrollIntoView({ block: 'center' });
  }, [entry]);
  return (
    <Section id="timeline" title={t('matter.timeline')} count={matter.timeline.length}>
      {entries.length === 0 ? <Nothing>{t('matter.timeline.none')}</Nothing> : null}
      <ol className={styles.timeline}>
        {shown.map(({ n, at: when, actor, for: inNameOf, events }) => (
          <li key={n} {...(n === entry ? { ref: meant, tabIndex: -1, 'aria-current': true as const } : {})}>
            <p className={styles.when}>
              <time dateTime={when}>{moment(when)}</time>{' '}
              <b>{inNameOf === null ? actor : a('acting.by', { by: actor, for: inNameOf })}</b>
            </p>
            <ul>
              {events.map((event, at) => (
                <li key={`${at} ${event.type}`} data-type={event.type}>
                  {eventSentence(event, words, currentLanguage())}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {entries.length > shown.length ? (
        <Button onClick={() => setAll(true)}>{t('matter.timeline.all', { count: entries.length })}</Button>
      ) : null}
    </Section>
  );
};
