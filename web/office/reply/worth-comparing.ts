type Version = { readonly n: number; readonly occasion: string; readonly content: unknown };

/**
 * What the newest of these versions, newest first, is compared with unless somebody chooses otherwise: the last text
 * that left its writer's hands, for a reviewer asks what became of what he saw; before there is one, the last that reads
 * differently. Undefined: there are no versions.
 */
export const worthComparing = <V extends Version>(versions: readonly V[]): V | undefined => {
  const [newest, ...earlier] = versions;
  const text = JSON.stringify(newest?.content);
  const differing = earlier.filter((one) => JSON.stringify(one.content) !== text);
  return differing.find((one) => one.occasion !== 'saved') ?? differing[0] ?? earlier.at(-1) ?? newest;
};
