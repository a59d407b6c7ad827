import { commonMessages } from '#contract/messages/common.ts';
import { matterMessages } from '#contract/messages/matter.ts';
import type { MessageTable } from '#contract/messages/message.ts';
import { pick, texts } from '#web/shared/language.ts';
import { useMatter } from './matter-context.ts';
import type { Reference } from './matter-types.ts';

const common = texts(commonMessages as MessageTable);
const own = texts(matterMessages as MessageTable);

/** The words behind codes: the ruleset's own where it has them, else the product's; an unknown code shows itself. */
export const wordsOf = ({ ruleset }: Reference) => {
  const from =
    (
      rows: readonly { readonly code: string; readonly name: { readonly zh: string; readonly en: string } }[],
    ) =>
    (code: string): string => {
      const row = rows.find((one) => one.code === code);
      return row === undefined ? code : pick(row.name);
    };
  const say =
    (table: (key: string) => string, area: string) =>
    (code: string): string => {
      const sentence = table(`${area}.${code}`);
      return sentence === `${area}.${code}` ? code : sentence;
    };
  return {
    role: (code: string): string => {
      const name = ruleset.roleNames[code];
      return name === undefined ? say(common, 'handlingRole')(code) : pick(name);
    },
    resultClass: from(ruleset.resultClasses),
    satisfaction: from(ruleset.satisfaction),
    level: (index: number): string => {
      const name = ruleset.reviewLevels[index]?.name;
      return name === undefined ? String(index + 1) : pick(name);
    },
    stage: say(common, 'stage'),
    dutyState: say(common, 'dutyState'),
    channel: say(own, 'matter.channel'),
    contactStage: say(own, 'matter.contactStage'),
    rank: say(own, 'matter.rank'),
    adoption: say(own, 'matter.adoption'),
    verdict: say(own, 'matter.verdict'),
    duty: say(own, 'matter.owes'),
  };
};

export const useWords = (): ReturnType<typeof wordsOf> => wordsOf(useMatter().reference);
