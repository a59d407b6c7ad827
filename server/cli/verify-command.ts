import { verifyMessages } from '#contract/messages/verify.ts';
import { fill } from '#contract/messages/message.ts';
import { verifyFile } from '../verify/verify-file.ts';
import type { Verdict } from '../verify/verify-journal.ts';
import { both, type Command, json, readArgs, WrongUse } from './command.ts';

const sentence = (key: keyof typeof verifyMessages, params: Record<string, string | number> = {}): string =>
  both(fill(verifyMessages[key], 'zh', params), fill(verifyMessages[key], 'en', params));

const report = (verdict: Verdict): string => {
  const { entries, streams, root, problems, problemCount } = verdict;
  const lines = problems.map(({ code, stream, n, line }) =>
    sentence(`verify.${code}`, { stream: stream === '' ? '—' : stream, n, line }),
  );
  const rest =
    problemCount > problems.length
      ? [sentence('verify.more', { count: problemCount - problems.length })]
      : [];
  return [
    sentence('verify.read', { entries, streams, root }),
    ...lines,
    ...rest,
    ...(verdict.againstCheckpoint ? [] : [sentence('verify.noCheckpoint')]),
    sentence(verdict.ok ? 'verify.ok' : 'verify.bad', { count: problemCount }),
  ].join('');
};

export const verifyCommand: Command = {
  name: 'verify',
  summary: {
    zh: '核验导出的操作日志是否被改动（不连接数据库）',
    en: 'check an exported journal for tampering, without the database',
  },
  usage: ['FILE [--checkpoint FILE] [--json]'],
  options: [
    [
      '--checkpoint FILE',
      {
        zh: '此前保存在系统之外的检查点；没有它，截尾和整体重写无法发现',
        en: 'an earlier checkpoint kept outside; without it a cut tail or a full rewrite cannot be seen',
      },
    ],
    ['--json', { zh: '以 JSON 输出结果', en: 'the verdict as JSON' }],
  ],
  run: async (args, io) => {
    const { values, positionals } = readArgs(args, {
      checkpoint: { type: 'string' },
      json: { type: 'boolean' },
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new WrongUse('verify FILE');
    const verdict = await verifyFile(file, values.checkpoint ?? null);
    if ('unreadable' in verdict) {
      io.err(sentence('verify.unreadable', { file: verdict.unreadable }));
      return 1;
    }
    io.out(values.json === true ? json(verdict) : report(verdict));
    return verdict.ok ? 0 : 1;
  },
};
