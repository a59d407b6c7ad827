import type { FactWords } from './history.ts';

/**
 * A level as a grade: the last one that is not 不满意 is 基本满意 where there is a better one. Null: a level that this
 * scale does not know.
 */
export const gradeOf = (scale: FactWords['satisfaction'], code: string): number | null => {
  const index = scale.findIndex((one) => one.code === code);
  const level = scale[index];
  if (level === undefined) return null;
  if (level.opensRound) return 3;
  const accepted = scale.filter(({ opensRound }) => !opensRound);
  return accepted.length > 1 && accepted.at(-1)?.code === code ? 2 : 1;
};
