import { replyMessages } from '#contract/messages/reply.ts';
import { texts } from '#web/shared/language.ts';
import type { useWords } from '../matter/use-words.ts';
import type { ReplyContent } from './check-reply.ts';

const t = texts(replyMessages);

export type ReplyField = { readonly key: string; readonly label: string; readonly text: string };

type Words = Pick<ReturnType<typeof useWords>, 'adoption' | 'resultClass'>;

/** A reply as a list of named texts, in the order of the letter: what versions and conflicts are compared by. */
export const fieldsOf = (content: ReplyContent, words: Words): readonly ReplyField[] => [
  { key: 'opening', label: t('reply.opening'), text: content.opening },
  ...content.answers
    .toSorted((a, b) => a.no - b.no)
    .flatMap((answer) => [
      { key: `answer-${answer.no}`, label: t('reply.answer', { no: answer.no }), text: answer.answer },
      {
        key: `adoption-${answer.no}`,
        label: t('reply.adoption', { no: answer.no }),
        text: answer.adoption === null ? '' : words.adoption(answer.adoption),
      },
    ]),
  { key: 'closing', label: t('reply.closing'), text: content.closing },
  {
    key: 'resultClass',
    label: t('reply.resultClass'),
    text: content.resultClass === null ? '' : words.resultClass(content.resultClass),
  },
  {
    key: 'disclosure',
    label: t('reply.disclosure'),
    text: content.disclosure === null ? '' : t(`reply.disclosure.${content.disclosure}`),
  },
  { key: 'disclosureReason', label: t('reply.disclosureReason'), text: content.disclosureReason },
  { key: 'contactPerson', label: t('reply.contactPerson'), text: content.contactPerson },
  { key: 'contactPhone', label: t('reply.contactPhone'), text: content.contactPhone },
];
