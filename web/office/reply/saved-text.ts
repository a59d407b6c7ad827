import { replyMessages } from '#contract/messages/reply.ts';
import { moment } from '#web/shared/format.ts';
import { texts } from '#web/shared/language.ts';
import type { Draft } from './autosave.ts';

const t = texts(replyMessages);

/** Where a draft stands with the server, in a word or two: “已保存 10:32”. */
export const savedText = (draft: Draft<unknown>): string => {
  switch (draft.phase) {
    case 'saved':
      return draft.savedAt === null
        ? t('reply.saved.asStored')
        : t('reply.saved.at', { time: moment(draft.savedAt).slice(11) });
    case 'changed':
      return t('reply.saved.changed');
    case 'saving':
      return t('reply.saved.saving');
    case 'failed':
      return t(draft.sending === null ? 'reply.saved.refused' : 'reply.saved.failed');
    case 'conflict':
      return t('reply.saved.conflict');
    default: {
      const forgotten: never = draft.phase;
      return forgotten;
    }
  }
};
