import { DocumentTitle } from '#web/shared/document-title.tsx';
import { replyMessages } from '#contract/messages/reply.ts';
import { matterMessages } from '#contract/messages/matter.ts';
import { texts } from '#web/shared/language.ts';
import { DueLight } from '#web/shared/ui/due-light.tsx';
import { WhyDate } from '#web/shared/ui/why-date.tsx';
import ArrowLeftOutlined from '@ant-design/icons/ArrowLeftOutlined';
import { paths } from '../paths.ts';
import { PageLink } from '../shell/page-link.tsx';
import { useMatter } from '../matter/matter-context.ts';
import type { Reply } from '../matter/matter-types.ts';
import { useWords } from '../matter/use-words.ts';
import styles from './editor.module.css';
import { ReviewTrack } from './review-track.tsx';
import type { Editing } from './use-reply-draft.ts';

const t = texts(replyMessages);
const m = texts(matterMessages);

type EditorHeadProps = { readonly reply: Reply; readonly editing: Editing };

/** Which reply this is, where it stands in the review, until when, and why it came back. */
export const EditorHead = ({ reply, editing }: EditorHeadProps) => {
  const { matter } = useMatter();
  const words = useWords();
  const duty = matter.assignments.find((one) => one.id === reply.assignmentId);
  const last = reply.reviews.at(-1);
  return (
    <header className={styles.head}>
      <DocumentTitle>{t('reply.pageTitle', { caseNo: matter.caseNo })}</DocumentTitle>
      <PageLink href={paths.matter(matter.id)} className={styles.backLink}>
        <ArrowLeftOutlined aria-hidden /> {matter.caseNo} {matter.title}
      </PageLink>
      <div className={styles.headRow}>
        <h1>{t('reply.editor.title', { unit: reply.unitName })}</h1>
        <small>{m('matter.round', { round: reply.round })}</small>
        {duty === undefined || duty.owed === null ? null : (
          <span className={styles.headDue}>
            {m('matter.due.what', { duty: words.duty(duty.owed.duty) })} <WhyDate owed={duty.owed} />
            <DueLight state={duty.owed.state} workdaysLeft={duty.owed.workdaysLeft} on={duty.owed.date} />
          </span>
        )}
      </div>
      <ReviewTrack reply={reply} />
      {editing === null ? <p className={styles.readOnly}>{t('reply.editor.readOnly')}</p> : null}
      {last?.outcome !== 'sentBack' ? null : (
        <p className={styles.sentBack} role="note">
          <b>{t('reply.editor.sentBack', { by: last.by })}</b> {last.note}
        </p>
      )}
    </header>
  );
};
