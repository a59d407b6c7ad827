import { refusalMessages } from '#contract/messages/refusals.ts';
import { commonMessages } from '#contract/messages/common.ts';
import type { MessageTable } from '#contract/messages/message.ts';
import { texts } from './language.ts';

export type RefusalShown = {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number | readonly (string | number)[]>>;
};

const t = texts(refusalMessages as MessageTable);
const c = texts(commonMessages);

/** The sentence for a refusal that came as data beside a button; an unknown code shows itself. */
export const refusalText = ({ code, params }: RefusalShown): string => {
  const key = `refusal.${code}`;
  const plain = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'object' ? value.join(c('say.separator')) : value,
    ]),
  );
  const sentence = t(key, plain);
  return sentence === key ? code : sentence;
};
