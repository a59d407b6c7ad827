import { replyLetter } from '#contract/reply.ts';
import { addressOf } from '#web/shared/api.ts';
import { ActionButton, findAllowed } from '#web/shared/ui/action-button.tsx';
import { StageTag } from '#web/shared/ui/stage-tag.tsx';
import { paths } from '../paths.ts';
import { PageLink } from '../shell/page-link.tsx';
import { useMatter } from './matter-context.ts';
import { listNames, t } from './matter-texts.ts';
import styles from './matter.module.css';
import { Section } from './section.tsx';

/** The letters of the main matter's answers, as the proposers of one that was merged into it get them. */
const Letters = ({ mergedId }: { readonly mergedId: number }) => {
  const { matter } = useMatter();
  const issued = matter.replies.filter(({ state }) => state === 'issued');
  return issued.map((reply) => (
    <a
      key={reply.id}
      href={addressOf(replyLetter, { replyId: reply.id }, { format: 'pdf', matterId: mergedId })}
      target="_blank"
      rel="noreferrer"
    >
      {t('merge.letter', { number: reply.documentNo ?? '' })}
    </a>
  ));
};

/** 并案: what this matter is handled together with, and the way in and out of it. Absent where there is neither. */
export const MergeSection = () => {
  const { matter, open } = useMatter();
  const { merging } = matter;
  const take = findAllowed(matter.allowedActions, 'takeIn');
  const undo = findAllowed(matter.allowedActions, 'unmerge');
  if (merging === null && take === null) return null;
  return (
    <Section
      id="merging"
      title={t('merge.title')}
      actions={
        <>
          {take === null ? null : (
            <ActionButton allowed={take} onPress={() => open({ kind: 'takeIn' })}>
              {t('merge.do')}
            </ActionButton>
          )}
          {undo === null ? null : (
            <ActionButton allowed={undo} onPress={() => open({ kind: 'unmerge' })}>
              {t('merge.undo')}
            </ActionButton>
          )}
        </>
      }
    >
      {merging?.into == null ? null : (
        <p>
          {merging.into.opens ? (
            <PageLink href={paths.matter(merging.into.id)}>
              {t('merge.into', { caseNo: merging.into.caseNo })}
            </PageLink>
          ) : (
            t('merge.into', { caseNo: merging.into.caseNo })
          )}{' '}
          {t('merge.intoStage')} <StageTag stage={merging.into.stage} />
        </p>
      )}
      {merging === null || merging.taken.length === 0 ? (
        merging?.into == null ? (
          <p className={styles.nothing}>{t('merge.none')}</p>
        ) : null
      ) : (
        <>
          <p>{t('merge.takenNote')}</p>
          <ul className={styles.mergedList}>
            {merging.taken.map((one) => (
              <li key={one.id}>
                {one.opens ? (
                  <PageLink href={paths.matter(one.id)}>
                    <b>{one.caseNo}</b> {one.title}
                  </PageLink>
                ) : (
                  <span>
                    <b>{one.caseNo}</b> {one.title}
                  </span>
                )}
                <span>{listNames(one.proposers)}</span>
                <Letters mergedId={one.id} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
};
