/** Small numbers by which facts keep what is one of few: the place in the list, from 0. Lists only grow at their end. */
export const factCodes = {
  kind: ['suggestion', 'proposal'],
  level: ['national', 'provincial', 'city', 'district'],
  proposerType: [
    'individual',
    'delegation',
    'sector',
    'party',
    'peoplesOrganization',
    'specialCommittee',
    'memberGroup',
  ],
  role: ['sole', 'lead', 'separate', 'assist'],
  disclosure: ['proactive', 'onRequest', 'notPublic'],
} as const;

export type CodedDimension = keyof typeof factCodes;

export const isCoded = (dimension: string): dimension is CodedDimension => dimension in factCodes;

/** Throws: a value that the list does not know is a fault of the program, not of a user. */
export const codeOf = (dimension: CodedDimension, value: string): number => {
  const list: readonly string[] = factCodes[dimension];
  const code = list.indexOf(value);
  if (code < 0) throw new Error(`No code for ${dimension} ${value}`);
  return code;
};

export const valueOf = (dimension: CodedDimension, code: number): string => {
  const list: readonly string[] = factCodes[dimension];
  const value = list[code];
  if (value === undefined) throw new Error(`No ${dimension} with code ${code}`);
  return value;
};
