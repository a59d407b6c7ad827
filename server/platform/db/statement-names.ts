const most = 300;

/**
 * Names for statements that come back, so that each connection parses and plans them once: for a case file that is
 * most of what loading it costs. The first time a text is seen it has no name, since many texts with lists of their
 * own length never come back; after 300 names no more are given, for every name holds memory in every connection.
 */
export const statementNames = (): ((text: string) => string | undefined) => {
  const names = new Map<string, string>();
  const seen = new Set<string>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined || names.size >= most) return known;
    if (!seen.has(text)) {
      if (seen.size >= 2 * most) seen.clear();
      seen.add(text);
      return undefined;
    }
    seen.delete(text);
    const name = `s${names.size + 1}`;
    names.set(text, name);
    return name;
  };
};
