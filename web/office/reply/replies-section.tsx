import { matterMessages } from '#contract/messages/matter.ts';
import { replyMessages } from '#contract/messages/reply.ts';
import { texts } from '#web/shared/language.ts';
import { ActionButton } from '#web/shared/ui/action-button.tsx';
import { Button } from 'antd';
import { useMatter } from '../matter/matter-context.ts';
import type { Reply } from '../matter/matter-types.ts';
import { Nothing, Section } from '../matter/section.tsx';
import { editorPath, usePress } from '../matter/use-press.ts';
import { useWords } from '../matter/use-words.ts';
import { useGo } from '../shell/page-link.tsx';
import { LetterDownloads } from './preview-dialog.tsx';
import { ReplyButtons } from './reply-buttons.tsx';
import { ReplyText } from './reply-text.tsx';
import styles from './reply.module.css';
import { ReviewTrack, ReviewTrail } from './review-track.tsx';
import { useInside } from './use-inside.ts';

const t = texts(replyMessages);
const m = texts(matterMessages);

const ReplyCard = ({ reply }: { readonly reply: Reply }) => {
  const { matter, open } = useMatter();
  const words = useWords();
  const go = useGo();
  const inside = useInside(reply);
  const may = (action: string): boolean => reply.allowedActions.some((one) => one.action === action);
  const editor = may('save') ? 'write' : may('amendInReview') ? 'review' : null;
  return (
    <li className={styles.card}>
      <div className={styles.cardHead}>
        <h3>{reply.unitName}</h3>
        <small>{m('matter.round', { round: reply.round })}</small>
        <span className={styles.state} data-state={reply.state}>
          {reply.levelName === null
            ? t(`reply.state.${reply.state}`)
            : t('reply.state.at', { level: words.level(reply.level) })}
        </span>
        {reply.resultClass === null ? null : (
          <b className={styles.class}>{words.resultClass(reply.resultClass)}</b>
        )}
        {reply.documentNo === null ? null : <span>{reply.documentNo}</span>}
        {reply.issuedOn === null ? null : <time dateTime={reply.issuedOn}>{reply.issuedOn}</time>}
      </div>
      {reply.state === 'issued' ? null : <ReviewTrack reply={reply} />}
      {reply.content === null ? <p className={styles.fine}>{t('reply.closed')}</p> : null}
      {reply.content === null ? null : (
        <details>
          <summary>{t('reply.read')}</summary>
          <ReplyText content={reply.content} />
        </details>
      )}
      {reply.reviews.length === 0 ? null : (
        <details>
          <summary>{t('reply.trail', { count: reply.reviews.length })}</summary>
          <ReviewTrail reply={reply} />
        </details>
      )}
      <div className={styles.buttons}>
        {editor === null ? null : (
          <Button type="primary" onClick={() => go(editorPath(matter.id, reply.id))}>
            {t(`reply.do.${editor}`)}
          </Button>
        )}
        <ReplyButtons reply={reply} />
        {reply.content === null ? null : (
          <Button onClick={() => open({ kind: 'preview', replyId: reply.id })}>
            {t('reply.do.preview')}
          </Button>
        )}
        {reply.state === 'issued' ? <LetterDownloads replyId={reply.id} /> : null}
        {inside ? (
          <Button onClick={() => open({ kind: 'versions', replyId: reply.id })}>
            {t('reply.do.versions')}
          </Button>
        ) : null}
      </div>
    </li>
  );
};

/** 答复: by unit and round, from the draft through the levels to the letter. */
export const RepliesSection = () => {
  const { matter } = useMatter();
  const { press, pending } = usePress();
  const starters = matter.assignments.flatMap((duty) => {
    const allowed = duty.allowedActions.find((one) => one.action === 'startReply');
    const useless =
      allowed?.refusal?.code === 'reply-open-already' || allowed?.refusal?.code === 'reply-only-own';
    return allowed === undefined || useless ? [] : [{ duty, allowed }];
  });
  return (
    <Section
      id="replies"
      title={m('matter.replies')}
      count={matter.replies.length}
      actions={starters.map(({ duty, allowed }) => (
        <ActionButton
          key={duty.id}
          allowed={allowed}
          loading={pending}
          onPress={() => press({ on: 'assignment', id: duty.id, action: 'startReply' })}
        >
          {m('matter.do.startReply')}
        </ActionButton>
      ))}
    >
      {matter.replies.length === 0 ? (
        <Nothing>{m('matter.replies.none')}</Nothing>
      ) : (
        <ul className={styles.cards}>
          {matter.replies
            .toSorted((a, b) => b.round - a.round)
            .map((reply) => (
              <ReplyCard key={reply.id} reply={reply} />
            ))}
        </ul>
      )}
    </Section>
  );
};
