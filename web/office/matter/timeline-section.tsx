import { absenceMessages } from '#contract/messages/absence.ts';
import { moment } from '#web/shared/format.ts';
import { currentLanguage, texts } from '#web/shared/language.ts';
import { Button } from 'antd';
import { useState } from 'react';
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

/** 全程记录: who did what when, from the journal, newest first. */
export const TimelineSection = () => {
  const { matter } = useMatter();
  const words = useWords();
  const [all, setAll] = useState(false);
  const entries = matter.timeline.toReversed();
  const shown = all || entries.length <= fewEntries + slack ? entries : entries.slice(0, fewEntries);
  return (
    <Section id="timeline" title={t('matter.timeline')} count={matter.timeline.length}>
      {entries.length === 0 ? <Nothing>{t('matter.timeline.none')}</Nothing> : null}
      <ol className={styles.timeline}>
        {shown.map((entry, index) => (
          // Two entries of one person may fall into one second; the journal's order tells them apart.
          <li key={`${entry.at} ${entries.length - index}`}>
            <p className={styles.when}>
              <time dateTime={entry.at}>{moment(entry.at)}</time>{' '}
              <b>{entry.for === null ? entry.actor : a('acting.by', { by: entry.actor, for: entry.for })}</b>
            </p>
            <ul>
              {entry.events.map((event, at) => (
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
