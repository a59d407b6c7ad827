import { commonMessages } from '#contract/messages/common.ts';
import { importPageMessages } from '#contract/messages/import-page.ts';
import { texts } from '#web/shared/language.ts';

/** The texts of the import pages. */
export const t = texts(importPageMessages);
const c = texts(commonMessages);

/** Names in a row, with the separator of the language. */
export const listWords = (words: readonly string[]): string => words.join(c('say.separator'));
