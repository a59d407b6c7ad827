import type { MessageTable } from './message.ts';

/** Verdicts on a file of frozen figures, and what the command says of the keys. */
export const verifySnapshotMessages = {
  'snapshot.told': {
    zh: '{jurisdiction}“{name}”：截至 {asOf}，{lines} 项指标。',
    en: '{jurisdiction}, “{name}”: as of {asOf}, {lines} figures.',
  },
  'snapshot.signed': {
    zh: '签名时间 {signedAt}；公钥指纹 {fingerprint}。',
    en: 'Signed {signedAt}; fingerprint of the public key {fingerprint}.',
  },
  'snapshot.journal': {
    zh: '哈希值 {hash}，在操作日志 figures 链第 {n} 条（该条哈希 {entry}）。',
    en: 'Hash {hash}, in entry {n} of the journal’s chain “figures” (hash of the entry {entry}).',
  },
  'snapshot.ok': {
    zh: '内容与签名相符，未发现改动。',
    en: 'Content and signature agree: no change found.',
  },
  'snapshot.bad': { zh: '未通过核验。', en: 'It does not hold.' },
  'snapshot.noKey': {
    zh: '没有给出已知公钥：任何人都能用自己的密钥签名。请将上面的公钥指纹与系统中打印的指纹核对，或用 --key 给出。',
    en: 'No known key was given, and anybody can sign with a key of his own. Compare the fingerprint above with the one that the city has printed, or give it with --key.',
  },
  'snapshot.unreadable': { zh: '不能读取 {file}。', en: '{file} cannot be read.' },
  'snapshot.keyUnreadable': {
    zh: '{key} 不是公钥指纹（64 位十六进制），也不是 Ed25519 公钥文件（PEM）。',
    en: '{key} is no fingerprint (64 hex digits) and no file with an Ed25519 public key (PEM).',
  },
  'snapshot.unknown-format': {
    zh: '格式不明：不是本系统导出的签名统计文件（三行，luoshi-figures/1），或被其他软件改写过。',
    en: 'Unknown format: not a file of signed figures (three lines, luoshi-figures/1), or rewritten by another program.',
  },
  'snapshot.content-changed': {
    zh: '内容被改动：数值、名称、时点或范围与签名时的哈希值不符。',
    en: 'The content was changed: a value, the name, the day or what it is narrowed to does not have the hash that was signed.',
  },
  'snapshot.statement-changed': {
    zh: '签名不成立：签名说明（哈希值、密钥、日志条目）被改动，或不是用这把密钥签的。',
    en: 'The signature does not hold: what was signed (hash, key, entry of the journal) was changed, or another key signed it.',
  },
  'snapshot.key-swapped': {
    zh: '文件中的公钥不是签名说明所写的那一把：公钥被替换。',
    en: 'The public key in the file is not the one that the signed statement names: it was swapped.',
  },
  'snapshot.other-key': {
    zh: '用的是另一把密钥：公钥指纹不在给出的已知公钥之中。',
    en: 'Another key: its fingerprint is none of those that were given.',
  },
  'snapshot.entry-changed': {
    zh: '日志条目与其哈希值不符，被改动。',
    en: 'The entry of the journal does not have its hash: it was changed.',
  },
  'snapshot.entry-elsewhere': {
    zh: '日志条目记的是另一份统计的哈希值。',
    en: 'The entry of the journal holds the hash of other figures.',
  },
  'snapshot.keys.none': {
    zh: '还没有签名密钥，首次封存统计时生成。',
    en: 'There is no key yet: the first freezing of figures makes it.',
  },
  'snapshot.keys.signs': {
    zh: '第 {no} 把密钥，{madeAt} 起使用中。指纹 {fingerprint}',
    en: 'Key {no}, signing since {madeAt}. Fingerprint {fingerprint}',
  },
  'snapshot.keys.retired': {
    zh: '第 {no} 把密钥，{madeAt} 至 {retiredAt}，已停用（私钥已销毁）。指纹 {fingerprint}',
    en: 'Key {no}, {madeAt} to {retiredAt}; it signs no more (its private half is gone). Fingerprint {fingerprint}',
  },
} as const satisfies MessageTable;
