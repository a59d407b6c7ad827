import { afterReplyMessages } from '#contract/messages/after-reply.ts';
import { commonMessages } from '#contract/messages/common.ts';
import { extensionMessages } from '#contract/messages/extension.ts';
import { matterFormMessages } from '#contract/messages/matter-forms.ts';
import { mergeMessages } from '#contract/messages/merge.ts';
import { matterMessages } from '#contract/messages/matter.ts';
import type { MessageTable } from '#contract/messages/message.ts';
import { texts } from '#web/shared/language.ts';

const table = {
  ...matterMessages,
  ...matterFormMessages,
  ...extensionMessages,
  ...mergeMessages,
  ...afterReplyMessages,
};
const loose = texts(table as MessageTable);
const common = texts(commonMessages);

/** The texts of the matter page and its dialogs. */
export const t = texts(table);

/** The verb on the button of an action that the server named; an unknown action shows its own name. */
export const verbOf = (action: string): string => {
  const key = `matter.do.${action}`;
  const verb = loose(key);
  return verb === key ? action : verb;
};

/** Names in a row, with the separator of the language. */
export const listNames = (names: readonly string[]): string => names.join(common('say.separator'));
