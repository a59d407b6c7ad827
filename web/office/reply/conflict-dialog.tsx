import { replyMessages } from '#contract/messages/reply.ts';
import { texts } from '#web/shared/language.ts';
import { Dialog } from '#web/shared/ui/dialog.tsx';
import { Button, Radio } from 'antd';
import { useState } from 'react';
import { useWords } from '../matter/use-words.ts';
import type { ReplyContent } from './check-reply.ts';
import styles from './compare.module.css';
import { mergeReply, type Side } from './merge-reply.ts';
import { fieldsOf } from './reply-fields.ts';

const t = texts(replyMessages);

type ConflictDialogProps = {
  /** The text that both started from. */
  readonly base: ReplyContent;
  readonly mine: ReplyContent;
  readonly theirs: ReplyContent;
  readonly onSettle: (content: ReplyContent) => void;
};

/**
 * Two people wrote at once: both texts side by side, and a choice for each part. Nothing typed is thrown away unseen.
 * A part that only one of them touched is set to what he wrote, so that going on at once undoes nobody's work.
 */
export const ConflictDialog = ({ base, mine, theirs, onSettle }: ConflictDialogProps) => {
  const words = useWords();
  const [pressed, setPressed] = useState<Readonly<Record<string, Side>>>({});
  const start = new Map(fieldsOf(base, words).map((field) => [field.key, field.text]));
  const other = new Map(fieldsOf(theirs, words).map((field) => [field.key, field.text]));
  const own = new Map(fieldsOf(mine, words).map((field) => [field.key, field]));
  const keys = [...new Set([...own.keys(), ...other.keys()])];
  const labels = new Map(
    [...fieldsOf(theirs, words), ...fieldsOf(mine, words)].map((field) => [field.key, field.label]),
  );
  const differing = keys.filter((key) => (own.get(key)?.text ?? '') !== (other.get(key) ?? ''));
  const choice = Object.fromEntries(
    differing.map((key): [string, Side] => {
      const untouched = (own.get(key)?.text ?? '') === (start.get(key) ?? '');
      return [key, pressed[key] ?? (untouched ? 'theirs' : 'mine')];
    }),
  );
  return (
    <Dialog
      title={t('reply.conflict.title')}
      width={1_040}
      closable={false}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={() => onSettle(mergeReply(mine, theirs, choice))}>
          {t('reply.conflict.settle')}
        </Button>
      }
    >
      <p>{t('reply.conflict.what')}</p>
      <dl className={styles.fields}>
        {differing.map((key) => (
          <div key={key}>
            <dt id={`conflict-${key}`}>{labels.get(key)}</dt>
            <dd>
              <Radio.Group
                className={styles.either ?? ''}
                aria-labelledby={`conflict-${key}`}
                value={choice[key]}
                onChange={(event) => setPressed({ ...pressed, [key]: event.target.value as Side })}
              >
                <Radio value="mine">
                  <b>{t('reply.conflict.mine')}</b>
                  <span className={styles.text}>{own.get(key)?.text || t('reply.compare.blank')}</span>
                </Radio>
                <Radio value="theirs">
                  <b>{t('reply.conflict.theirs')}</b>
                  <span className={styles.text}>{other.get(key) || t('reply.compare.blank')}</span>
                </Radio>
              </Radio.Group>
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
};
