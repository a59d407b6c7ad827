/** `luoshi snapshot`: checks a file of frozen figures without the database; shows and renews the keys that sign them. */
import { readFile } from 'node:fs/promises';
import { fill } from '#contract/messages/message.ts';
import { verifySnapshotMessages } from '#contract/messages/verify-snapshot.ts';
import { readKnownKey, type SnapshotVerdict, verifySnapshot } from '../verify/verify-snapshot.ts';
import { both, type Command, type Io, json, readArgs, WrongUse } from './command.ts';

const sentence = (
  key: keyof typeof verifySnapshotMessages,
  params: Record<string, string | number> = {},
): string =>
  both(fill(verifySnapshotMessages[key], 'zh', params), fill(verifySnapshotMessages[key], 'en', params));

/** Words of a file that nobody vouches for yet: what would move the cursor, end a line or turn it round, written out. */
const shown = (words: string): string =>
  words.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu,
    (sign) => `\\u{${sign.codePointAt(0)?.toString(16) ?? ''}}`,
  );

const report = ({ ok, problems, told, againstKey }: SnapshotVerdict): string =>
  [
    ...(told === null
      ? []
      : (['told', 'signed', 'journal'] as const).map((said) => {
          const { entry, lines, ...words } = told;
          const params = { ...words, lines: `${lines}`, n: `${entry.n}`, entry: entry.hash };
          const safe = Object.entries(params).map(([name, value]) => [name, shown(value)]);
          return sentence(`snapshot.${said}`, Object.fromEntries(safe) as Record<string, string>);
        })),
    ...problems.map((code) => sentence(`snapshot.${code}`)),
    ...(againstKey || told === null ? [] : [sentence('snapshot.noKey')]),
    sentence(ok ? 'snapshot.ok' : 'snapshot.bad'),
  ].join('');

const readText = (file: string): Promise<string | null> => readFile(file, 'utf8').catch(() => null);

type Asked = { readonly asJson: boolean; readonly keys: readonly string[] };

const verify = async (file: string, { asJson, keys }: Asked, io: Io): Promise<number> => {
  const known: string[] = [];
  for (const given of keys) {
    const key = readKnownKey(given) ?? readKnownKey((await readText(given)) ?? '');
    if (key === null) {
      io.err(sentence('snapshot.keyUnreadable', { key: given }));
      return 1;
    }
    known.push(key);
  }
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null) {
    io.err(sentence('snapshot.unreadable', { file }));
    return 1;
  }
  const verdict = verifySnapshot(bytes, known);
  io.out(asJson ? json(verdict) : report(verdict));
  return verdict.ok ? 0 : 1;
};

/** Loaded when keys are meant: `verify` loads no part of the product. */
const withKeys = async (
  what: 'keys' | 'renew-key',
  jurisdiction: string | undefined,
  asJson: boolean,
  io: Io,
): Promise<number> => {
  const [{ actorOf, withData }, { renewKey }, { listKeys }, { sealer }] = await Promise.all([
    import('./data.ts'),
    import('../figures/signing.ts'),
    import('../figures/signing.store.ts'),
    import('../platform/secrets.ts'),
  ]);
  return withData(io, jurisdiction, async (data) => {
    if (what === 'renew-key') {
      const actor = await actorOf(data, undefined);
      await data.write(async (tx) => ({
        keep: true,
        value: await renewKey(tx, actor, data.at, sealer(data.fieldKey)),
      }));
    }
    const keys = await data.read((tx) => listKeys(tx, data.jurisdiction.id));
    if (asJson) {
      io.out(json(keys));
      return 0;
    }
    if (keys.length === 0) io.out(sentence('snapshot.keys.none'));
    for (const { retiredAt, publicKey, ...key } of keys)
      io.out(
        `${
          retiredAt === null
            ? sentence('snapshot.keys.signs', key)
            : sentence('snapshot.keys.retired', { ...key, retiredAt })
        }${publicKey}`,
      );
    return 0;
  });
};

const use = 'snapshot verify FILE | keys | renew-key';

export const snapshotCommand: Command = {
  name: 'snapshot',
  summary: {
    zh: '核验已签名的封存统计文件（不连接数据库）；查看、更换签名密钥',
    en: 'check a file of frozen figures, without the database; show and renew the keys that sign them',
  },
  usage: [
    'verify FILE [--key FINGERPRINT|FILE]… [--json]',
    'keys [--jurisdiction CODE] [--json]',
    'renew-key [--jurisdiction CODE] [--json]',
  ],
  options: [
    [
      '--key FINGERPRINT|FILE',
      {
        zh: '已知的公钥：指纹，或 PEM 文件；可给多个（旧密钥签的仍有效）。没有它，只能看出内容与签名是否一致',
        en: 'a key that is known to be the city’s: its fingerprint or a PEM file; several where older ones signed, too. Without it only whether content and signature agree is told',
      },
    ],
    [
      '--jurisdiction CODE',
      { zh: '辖区代码，默认第一个', en: 'code of the jurisdiction; the first one if absent' },
    ],
    ['--json', { zh: '以 JSON 输出', en: 'answer as JSON' }],
  ],
  run: async (args, io) => {
    const { values, positionals } = readArgs(args, {
      key: { type: 'string', multiple: true },
      jurisdiction: { type: 'string' },
      json: { type: 'boolean' },
    });
    const [what, file, ...more] = positionals;
    const asJson = values.json === true;
    if (what === 'verify' && file !== undefined && more.length === 0)
      return verify(file, { asJson, keys: values.key ?? [] }, io);
    if ((what === 'keys' || what === 'renew-key') && file === undefined)
      return withKeys(what, values.jurisdiction, asJson, io);
    throw new WrongUse(use);
  },
};
