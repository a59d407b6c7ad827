import { memberWritingMessages } from '#contract/messages/member-writing.ts';
import { moment } from '#web/shared/format.ts';
import { texts } from '#web/shared/language.ts';
import type { OnPage } from './writing-keeper.ts';
import styles from './write.module.css';

const t = texts(memberWritingMessages);

const wordsOf = ({ state, refusal, onDevice, savedAt }: OnPage): string => {
  switch (state) {
    case 'typed':
    case 'saving':
      return t('write.save.saving');
    case 'saved':
      return savedAt === null
        ? t('write.save.asked')
        : t('write.save.saved', { time: moment(savedAt).slice(11) });
    case 'kept':
      return t(onDevice ? 'write.save.kept' : 'write.save.onlyHere');
    case 'refused':
      return t('write.save.refused', { detail: refusal });
    case 'clash':
      return t('write.save.clash');
    default: {
      const forgotten: never = state;
      return forgotten;
    }
  }
};

/** Whether what was written is safe, and where. Screen readers hear of it when it settles, not at every key. */
export const SaveLine = ({ page }: { readonly page: OnPage }) => {
  const words = wordsOf(page);
  const settled = page.state !== 'typed' && page.state !== 'saving';
  return (
    <p className={styles.save} data-state={page.state}>
      <span aria-hidden="true">{words}</span>
      <span className="visually-hidden" role="status">
        {settled ? words : ''}
      </span>
    </p>
  );
};
