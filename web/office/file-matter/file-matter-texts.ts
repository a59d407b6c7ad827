import { fileMatterMessages } from '#contract/messages/file-matter.ts';
import { texts } from '#web/shared/language.ts';

/** The texts of the page on which one matter is filed by hand. */
export const t = texts(fileMatterMessages);
