import { memberRatingMessages } from '#contract/messages/member-rating.ts';
import { texts } from '#web/shared/language.ts';
import type { DraftOnPage } from './use-rating-draft.ts';
import styles from './rating.module.css';

const t = texts(memberRatingMessages);

const wordsOf = ({ state, refusal }: Pick<DraftOnPage, 'state' | 'refusal'>): string => {
  switch (state) {
    case 'typed':
    case 'saving':
      return t('rate.save.saving');
    case 'saved':
      return t('rate.save.saved');
    case 'kept':
      return t('rate.save.kept');
    case 'refused':
      return t('rate.save.refused', { detail: refusal });
    default: {
      const forgotten: never = state;
      return forgotten;
    }
  }
};

/** Whether what was filled in is safe. Screen readers hear of it when it settles, not at every key. */
export const SaveLine = ({ kept }: { readonly kept: DraftOnPage }) => {
  const words = wordsOf(kept);
  const settled = kept.state !== 'typed' && kept.state !== 'saving';
  return (
    <p className={styles.save} data-state={kept.state}>
      <span aria-hidden="true">{words}</span>
      <span className="visually-hidden" role="status">
        {settled ? words : ''}
      </span>
    </p>
  );
};
