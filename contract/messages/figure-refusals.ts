import type { MessageTable } from './message.ts';

/** Refusals of figures: a part of `refusals.ts`. */
export const figureRefusals = {
  'refusal.figure-unknown': {
    zh: '没有指标“{figure}”，或您不能查看。请从指标目录中选择。',
    en: 'There is no figure “{figure}” for you. Choose one from the catalogue.',
  },
  'refusal.figure-dimension': {
    zh: '指标“{figure}”不能按“{dimension}”筛选或分组。目录中列出了每个指标可用的维度。',
    en: 'The figure “{figure}” cannot be narrowed or crossed by “{dimension}”. The catalogue lists what each can.',
  },
  'refusal.snapshot-unsigned': {
    zh: '这份统计封存于启用签名之前，没有签名文件。请用相同的时点和范围重新封存。',
    en: 'These figures were frozen before there were signatures: there is no signed file of them. Freeze them anew, as of the same day.',
  },
  'refusal.signing-key-lost': {
    zh: '签名私钥不能用本机的字段密钥打开（可能未随备份恢复）。请恢复该密钥文件，或由管理员运行 luoshi snapshot renew-key 更换签名密钥。',
    en: 'The private half of the signing key cannot be opened with this installation’s field key (not restored with a backup, perhaps). Restore that file, or have the operator run luoshi snapshot renew-key.',
  },
} as const satisfies MessageTable;
