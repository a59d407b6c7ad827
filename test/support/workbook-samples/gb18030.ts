const table = (): ReadonlyMap<string, readonly [number, number]> => {
  const decoder = new TextDecoder('gb18030');
  const map = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(new Uint8Array([lead, trail]));
      if (character.length === 1 && character !== '\ufffd' && !map.has(character))
        map.set(character, [lead, trail]);
    }
  return map;
};

/** Encodes text as GB18030 (the two-byte part, which is GBK): the platform only decodes it. */
export const encodeGb18030 = (text: string): Uint8Array => {
  const codes = table();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else bytes.push(...(codes.get(character) ?? [0x3f]));
  }
  return new Uint8Array(bytes);
};
