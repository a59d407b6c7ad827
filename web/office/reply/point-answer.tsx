import { replyMessages } from '#contract/messages/reply.ts';
import { texts } from '#web/shared/language.ts';
import { Input, Radio } from 'antd';
import type { Matter } from '../matter/matter-types.ts';
import { useWords } from '../matter/use-words.ts';
import type { ReplyContent } from './check-reply.ts';
import styles from './editor.module.css';

const t = texts(replyMessages);

type Answer = ReplyContent['answers'][number];

type PointAnswerProps = {
  readonly point: Matter['points'][number];
  readonly answer: Answer;
  readonly tried: boolean;
  readonly onChange: (answer: Answer) => void;
};

const adoptions = ['adopted', 'partly', 'notAdopted'] as const;

/** One ask quoted, its answer, and whether it is adopted. */
export const PointAnswer = ({ point, answer, tried, onChange }: PointAnswerProps) => {
  const words = useWords();
  const empty = answer.answer.trim() === '';
  const askId = `ask-${point.no}`;
  return (
    <section className={styles.point} aria-labelledby={askId} data-done={!empty && answer.adoption !== null}>
      <p className={styles.ask} id={askId}>
        <span className={styles.no} aria-hidden="true">
          {point.no}
        </span>
        <span>
          <span className="visually-hidden">{t('reply.point', { no: point.no })}</span>
          {point.text}
        </span>
      </p>
      <div className={styles.field}>
        <label htmlFor={`answer-${point.no}`}>{t('reply.answer', { no: point.no })}</label>
        <Input.TextArea
          id={`answer-${point.no}`}
          value={answer.answer}
          autoSize={{ minRows: 4, maxRows: 24 }}
          maxLength={20_000}
          aria-describedby={askId}
          aria-invalid={tried && empty}
          onChange={(event) => onChange({ ...answer, answer: event.target.value })}
        />
        {tried && empty ? (
          <p className={styles.missing} role="alert">
            {t('reply.missing.answer', { no: point.no })}
          </p>
        ) : null}
      </div>
      <fieldset className={styles.field} id={`adoption-${point.no}`}>
        <legend>{t('reply.adoption', { no: point.no })}</legend>
        <Radio.Group
          value={answer.adoption}
          onChange={(event) => onChange({ ...answer, adoption: event.target.value as Answer['adoption'] })}
          options={adoptions.map((value) => ({ value, label: words.adoption(value) }))}
        />
        {tried && answer.adoption === null ? (
          <p className={styles.missing} role="alert">
            {t('reply.missing.adoption', { no: point.no })}
          </p>
        ) : null}
      </fieldset>
    </section>
  );
};
