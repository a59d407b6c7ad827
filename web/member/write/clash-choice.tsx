import { memberWritingMessages } from '#contract/messages/member-writing.ts';
import { plainText } from '#contract/submission-words.ts';
import { texts } from '#web/shared/language.ts';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { type Choices, chosenText, type Text, type TextField } from './writing.ts';
import type { Clash } from './writing-keeper.ts';
import styles from './write.module.css';

const t = texts(memberWritingMessages);

const shown = (text: Text, field: TextField): string => {
  switch (field) {
    case 'title':
      return text.title;
    case 'asks':
      return text.asks.map((ask, index) => `${index + 1}. ${ask}`).join('\n');
    case 'facts':
    case 'analysis':
      return plainText(text[field]);
    default: {
      const forgotten: never = field;
      return forgotten;
    }
  }
};

type ClashChoiceProps = {
  readonly clash: Clash;
  readonly mine: Text;
  readonly onSettle: (text: Text) => void;
};

/** The same part was changed here and elsewhere: both stand side by side, the author says which holds. */
export const ClashChoice = ({ clash, mine, onSettle }: ClashChoiceProps) => {
  const [choices, setChoices] = useState<Choices>({});
  const open = clash.fields.filter((field) => choices[field] === undefined);
  return (
    <section className={styles.clash} aria-labelledby="clash" role="alert">
      <h2 id="clash">{t('write.clash.title')}</h2>
      <p>{t('write.clash.lead')}</p>
      {clash.fields.map((field) => (
        <fieldset key={field} className={styles.group}>
          <legend>{t(`write.step.${field}`)}</legend>
          {(['mine', 'theirs', 'both'] as const).map((side) => (
            <label key={side} className={styles.tick}>
              <input
                type="radio"
                name={`clash-${field}`}
                checked={choices[field] === side}
                onChange={() => setChoices({ ...choices, [field]: side })}
              />
              <span>
                <strong>{t(`write.clash.${side}`)}</strong>
                {side === 'both' ? null : (
                  <span className={styles.said} lang="zh-CN">
                    {shown(side === 'mine' ? mine : clash.theirs, field)}
                  </span>
                )}
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      <Button
        look="main"
        wide
        disabled={open.length > 0}
        onClick={() => onSettle(chosenText(mine, clash.theirs, choices))}
      >
        {t('write.clash.settle')}
      </Button>
    </section>
  );
};
