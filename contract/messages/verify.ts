import type { MessageTable } from './message.ts';

/** Verdicts on an exported journal. */
export const verifyMessages = {
  'verify.read': {
    zh: '已核验 {entries} 条记录、{streams} 条链。根：{root}',
    en: 'Checked {entries} entries in {streams} chains. Root: {root}',
  },
  'verify.ok': { zh: '未发现改动。', en: 'No tampering found.' },
  'verify.bad': { zh: '发现 {count} 处问题。', en: '{count} problems found.' },
  'verify.more': { zh: '另有 {count} 处未列出。', en: '{count} more are not listed.' },
  'verify.noCheckpoint': {
    zh: '没有给出检查点：结尾被截去或整体重写，这里看不出来。',
    en: 'No checkpoint was given: a cut tail or a full rewrite would not be seen here.',
  },
  'verify.unreadable': { zh: '不能读取 {file}。', en: '{file} cannot be read.' },
  'verify.line-unreadable': { zh: '第 {line} 行不是日志记录。', en: 'Line {line} is not a journal entry.' },
  'verify.stream-split': {
    zh: '第 {line} 行：{stream} 的记录被移动或插入（第 {n} 条）。',
    en: 'Line {line}: an entry of {stream} was moved or put in (number {n}).',
  },
  'verify.number-gap': {
    zh: '第 {line} 行：{stream} 的编号不连续（第 {n} 条），有记录被删去、插入或调换。',
    en: 'Line {line}: the numbers of {stream} are not in order at {n}; entries were taken out, put in or swapped.',
  },
  'verify.chain-broken': {
    zh: '第 {line} 行：{stream} 第 {n} 条与前一条不相接。',
    en: 'Line {line}: entry {n} of {stream} does not follow the one before it.',
  },
  'verify.hash-wrong': {
    zh: '第 {line} 行：{stream} 第 {n} 条的内容被改动。',
    en: 'Line {line}: the content of entry {n} of {stream} was changed.',
  },
  'verify.entry-elsewhere': {
    zh: '第 {line} 行：记录自称不属于 {stream} 第 {n} 条。',
    en: 'Line {line}: the entry itself says that it is not number {n} of {stream}.',
  },
  'verify.checkpoint-root': {
    zh: '检查点自身的根与其内容不符，检查点被改动。',
    en: 'The checkpoint’s root is not that of its content: the checkpoint was changed.',
  },
  'verify.stream-missing': {
    zh: '检查点中的 {stream}（{n} 条）不在导出中。',
    en: '{stream}, with {n} entries in the checkpoint, is not in the export.',
  },
  'verify.stream-shorter': {
    zh: '{stream} 在检查点时已有 {n} 条，导出中不足：结尾被截去，或恢复了旧备份。',
    en: '{stream} had {n} entries at the checkpoint and has fewer now: its tail was cut, or an old copy was put back.',
  },
  'verify.head-differs': {
    zh: '第 {line} 行：{stream} 第 {n} 条与检查点不同，历史被重写。',
    en: 'Line {line}: entry {n} of {stream} differs from the checkpoint: history was written anew.',
  },
} as const satisfies MessageTable;
