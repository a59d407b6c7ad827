import { DocumentTitle } from '#web/shared/document-title.tsx';
import { replyMessages } from '#contract/messages/reply.ts';
import { texts } from '#web/shared/language.ts';
import { useNarrow } from '#web/shared/use-appearance.ts';
import { EmptyState } from '#web/shared/ui/empty-state.tsx';
import { Tabs } from '#web/shared/ui/tabs.tsx';
import { useMemo, useState } from 'react';
import { paths } from '../paths.ts';
import { PageLink } from '../shell/page-link.tsx';
import { useMatter } from '../matter/matter-context.ts';
import type { Reply } from '../matter/matter-types.ts';
import { ConflictDialog } from './conflict-dialog.tsx';
import styles from './editor.module.css';
import { EditorBar } from './editor-bar.tsx';
import { EditorHead } from './editor-head.tsx';
import { MaterialTabs, useMaterial } from './material.tsx';
import { ReplyChecklist } from './reply-checklist.tsx';
import { ReplyForm } from './reply-form.tsx';
import { ReplyText } from './reply-text.tsx';
import { savedText } from './saved-text.ts';
import { useChecks } from './use-checks.ts';
import { type EditableReply, type Editing, useReplyDraft } from './use-reply-draft.ts';

const t = texts(replyMessages);

const editingOf = (reply: Reply): Editing => {
  const may = (action: string): boolean =>
    reply.allowedActions.some((one) => one.action === action && one.refusal === null);
  return may('save') ? 'save' : may('amendInReview') ? 'amendInReview' : null;
};

const Desk = ({ reply }: { readonly reply: EditableReply }) => {
  const narrow = useNarrow();
  const how = editingOf(reply);
  const saving = useReplyDraft(reply, how);
  const { draft, change, settle } = saving;
  const checks = useChecks(reply, draft.content);
  const [tried, setTried] = useState(false);
  const material = useMaterial(reply);
  const form =
    how === null ? (
      <ReplyText content={reply.content} />
    ) : (
      <ReplyForm content={draft.content} onChange={change} tried={tried} />
    );
  const list = (
    <ReplyChecklist
      reply={reply}
      checks={checks}
      folded={narrow}
      saved={how === null ? null : savedText(draft)}
    />
  );
  return (
    <article className={styles.desk}>
      <EditorHead reply={reply} editing={how} />
      {narrow ? (
        <>
          {list}
          <Tabs
            label={t('reply.editor.form')}
            items={[{ key: 'form', label: t('reply.editor.form'), children: form }, ...material]}
          />
        </>
      ) : (
        <div className={styles.columns}>
          <div className={styles.left}>{form}</div>
          <aside className={styles.right} aria-label={t('reply.editor.material')}>
            {list}
            <MaterialTabs items={material} first={reply.round > 1 ? 'earlier' : 'contacts'} />
          </aside>
        </div>
      )}
      <EditorBar reply={reply} how={how} saving={saving} checks={checks} onTried={() => setTried(true)} />
      {draft.theirs === null ? null : (
        <ConflictDialog
          base={draft.base.content}
          mine={draft.content}
          theirs={draft.theirs.content}
          onSettle={settle}
        />
      )}
    </article>
  );
};

/** 答复起草: the draft on one side, everything that must be weighed on the other, and what still keeps it from leaving. */
export const ReplyEditor = ({ replyId }: { readonly replyId: number }) => {
  const { matter } = useMatter();
  const reply = matter.replies.find((one) => one.id === replyId);
  const content = reply?.content ?? null;
  const editable = useMemo(
    () => (reply === undefined || content === null ? null : { ...reply, content }),
    [reply, content],
  );
  const title = t('reply.pageTitle', { caseNo: matter.caseNo });
  if (editable !== null) return <Desk key={editable.id} reply={editable} />;
  return (
    <>
      <DocumentTitle>{title}</DocumentTitle>
      <h1 className="visually-hidden">{title}</h1>
      <EmptyState
        title={t('reply.absent')}
        detail={t(reply === undefined ? 'reply.absent.detail' : 'reply.closed')}
      >
        <PageLink href={paths.matter(matter.id)}>{t('reply.do.toMatter')}</PageLink>
      </EmptyState>
    </>
  );
};
