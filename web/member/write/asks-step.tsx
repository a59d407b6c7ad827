import { memberWritingMessages } from '#contract/messages/member-writing.ts';
import { texts } from '#web/shared/language.ts';
import { useRef } from 'react';
import { Button } from '../ui/button.tsx';
import { Findings } from './findings.tsx';
import { GrowingText } from './growing-text.tsx';
import { moved, RowTools, UndoLine, useUndo } from './row-tools.tsx';
import type { StepProps } from './step-props.ts';
import { findingsAt } from './use-findings.ts';
import styles from './write.module.css';

const t = texts(memberWritingMessages);

/** 建议: numbered, one thing each; the reply will answer each. */
export const AsksStep = ({ writing, change, findings, limits }: StepProps) => {
  const undo = useUndo<readonly string[]>();
  const place = useRef<HTMLOListElement>(null);
  const asks = writing.text.asks.length === 0 ? [''] : writing.text.asks;
  const set = (next: string[]): void => change({ ...writing, text: { ...writing.text, asks: next } });
  const most = limits?.asksMost ?? 100;
  return (
    <>
      <p className={styles.lead}>{t('write.asks.lead')}</p>
      <ol ref={place} className={styles.asks}>
        {asks.map((ask, index) => {
          const name = t('write.asks.no', { no: index + 1 });
          return (
            // An ask has no name of its own but its number.
            <li key={`ask${index}`}>
              <strong aria-hidden="true">{index + 1}</strong>
              <div>
                <GrowingText
                  aria-label={name}
                  value={ask}
                  placeholder={t('write.asks.example')}
                  onChange={(words) => set(asks.map((one, at) => (at === index ? words : one)))}
                />
                <Findings findings={findingsAt(findings, `asks[${index}]`)} />
                {asks.length === 1 && ask === '' ? null : (
                  <RowTools
                    name={name}
                    index={index}
                    count={asks.length}
                    onMove={(to) => set(moved(asks, index, to))}
                    onDelete={() => {
                      if (ask.trim() !== '') undo.keep(asks);
                      set(asks.filter((_, at) => at !== index));
                    }}
                  />
                )}
              </div>
            </li>
          );
        })}
      </ol>
      <UndoLine undo={undo} onUndo={(before) => set([...before])} />
      <Findings findings={findingsAt(findings, 'asks')} />
      {asks.length >= most ? (
        <p className={styles.note}>{t('write.asks.full', { most })}</p>
      ) : (
        <Button
          wide
          onClick={() => {
            set([...asks, '']);
            requestAnimationFrame(() =>
              [...(place.current?.querySelectorAll('textarea') ?? [])].at(-1)?.focus(),
            );
          }}
        >
          ＋ {t('write.asks.add')}
        </Button>
      )}
    </>
  );
};
