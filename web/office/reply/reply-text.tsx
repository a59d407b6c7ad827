import { replyMessages } from '#contract/messages/reply.ts';
import { texts } from '#web/shared/language.ts';
import { useMatter } from '../matter/matter-context.ts';
import { useWords } from '../matter/use-words.ts';
import { AdoptionTag } from '../matter/verdict-tag.tsx';
import type { ReplyContent } from './check-reply.ts';
import styles from './reply.module.css';

const t = texts(replyMessages);

/** A reply to read: each ask with its answer, what is said around them, and how it may be published. */
export const ReplyText = ({ content }: { readonly content: ReplyContent }) => {
  const { matter } = useMatter();
  const words = useWords();
  return (
    <div className={styles.read}>
      {content.opening === '' ? null : <p>{content.opening}</p>}
      <ol>
        {content.answers.map((answer) => (
          <li key={answer.no}>
            <p className={styles.quoted}>
              <b>{answer.no}</b> {matter.points.find((point) => point.no === answer.no)?.text}
            </p>
            <p>
              {answer.adoption === null ? null : (
                <AdoptionTag adoption={answer.adoption}>{words.adoption(answer.adoption)}</AdoptionTag>
              )}{' '}
              {answer.answer === '' ? t('reply.unanswered') : answer.answer}
            </p>
          </li>
        ))}
      </ol>
      {content.closing === '' ? null : <p>{content.closing}</p>}
      <p className={styles.fine}>
        {content.disclosure === null
          ? null
          : t('reply.disclosure.line', {
              text: t(`reply.disclosure.${content.disclosure}`),
              reason: content.disclosureReason,
            })}
        {content.contactPerson === '' ? null : (
          <> {t('reply.contact.line', { name: content.contactPerson, phone: content.contactPhone })}</>
        )}
      </p>
    </div>
  );
};
