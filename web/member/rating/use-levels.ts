import { pick } from '#web/shared/language.ts';
import { useReference } from '#web/shared/use-reference.ts';

/** The word for a level of satisfaction by its code; a code of an older ruleset shows itself. */
export const useLevelName = (): ((code: string) => string) => {
  const { data } = useReference();
  return (code) => {
    const level = data?.ruleset.satisfaction.find((one) => one.code === code);
    return level === undefined ? code : pick(level.name);
  };
};
