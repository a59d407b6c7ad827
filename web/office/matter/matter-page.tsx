import { DocumentTitle } from '#web/shared/document-title.tsx';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { LoadingState } from '#web/shared/ui/loading-state.tsx';
import { AbsentPage } from '../shell/absent-page.tsx';
import { RepliesSection } from '../reply/replies-section.tsx';
import { AssignmentsSection } from './assignments-section.tsx';
import { BodySection } from './body-section.tsx';
import { ContactsSection } from './contacts-section.tsx';
import { FactsPanel } from './facts-panel.tsx';
import { useMatter } from './matter-context.ts';
import { MergeSection } from './merge-section.tsx';
import { MatterHeader } from './matter-header.tsx';
import { MatterScope } from './matter-scope.tsx';
import styles from './matter.module.css';
import { NextStrip } from './next-strip.tsx';
import { OpinionsSection } from './opinions-section.tsx';
import { PageContents } from './page-contents.tsx';
import { PointsSection } from './points-section.tsx';
import { RatingsSection } from './ratings-section.tsx';
import { TimelineSection } from './timeline-section.tsx';
import { t } from './matter-texts.ts';

/** A link to a part of the page arrives before the part is drawn. */
const useOpenedAtPart = (): void => {
  useEffect(() => {
    const part = location.hash === '' ? null : document.getElementById(location.hash.slice(1));
    part?.scrollIntoView();
  }, []);
};

const Everything = () => {
  const { matter } = useMatter();
  useOpenedAtPart();
  return (
    <article className={styles.page}>
      <DocumentTitle>{t('matter.pageTitle', { caseNo: matter.caseNo, title: matter.title })}</DocumentTitle>
      <MatterHeader />
      <NextStrip />
      <PageContents strip />
      <div className={styles.columns}>
        <div className={styles.sections}>
          <PointsSection />
          <BodySection />
          <MergeSection />
          <AssignmentsSection />
          <ContactsSection />
          <OpinionsSection />
          <RepliesSection />
          <RatingsSection />
          <TimelineSection />
        </div>
        <aside className={styles.aside} aria-label={t('matter.aside')}>
          <FactsPanel />
          <PageContents strip={false} />
        </aside>
      </div>
    </article>
  );
};

const ReplyEditor = lazy(async () => ({ default: (await import('../reply/reply-editor.tsx')).ReplyEditor }));

/**
 * One matter, everything about it on one page: what it asks, who has it, what was said, and what comes next. The
 * editor of a reply lies below it, at `replies/<id>`.
 */
export const MatterPage = () => {
  const { matterId, _splat: rest = '' } = useParams({ strict: false });
  const replyId = /^replies\/(\d{1,15})$/.exec(rest)?.[1];
  if (!/^\d{1,15}$/.test(matterId ?? '') || (rest !== '' && replyId === undefined)) return <AbsentPage />;
  return (
    <MatterScope key={matterId} matterId={Number(matterId)}>
      {replyId === undefined ? (
        <Everything />
      ) : (
        <Suspense fallback={<LoadingState lines={14} />}>
          <ReplyEditor replyId={Number(replyId)} />
        </Suspense>
      )}
    </MatterScope>
  );
};
