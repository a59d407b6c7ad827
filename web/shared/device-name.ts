const browsers: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/, 'WeChat'],
  [/Edg\//, 'Edge'],
  [/(?:360SE|360EE|QIHU)/, '360'],
  [/QQBrowser/, 'QQ'],
  [/Firefox\//, 'Firefox'],
  [/(?:Chrome|Chromium)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

const systems: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS/, 'HarmonyOS'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

const first = (agent: string, table: readonly (readonly [RegExp, string])[]): string | undefined =>
  table.find(([pattern]) => pattern.test(agent))?.[1];

/** What a `User-Agent` says of a device in two words, or its beginning where it is none of the known. */
export const deviceName = (agent: string): string => {
  const words = [first(agent, systems), first(agent, browsers)].filter((word) => word !== undefined);
  return words.length === 0 ? agent.slice(0, 60) || '?' : words.join(' · ');
};
