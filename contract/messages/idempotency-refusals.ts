import type { MessageTable } from './message.ts';

/** Why a command is not taken under the key it came with. */
export const idempotencyRefusals = {
  'refusal.key-missing': {
    zh: '缺少 Idempotency-Key，无法保证重复提交的安全。',
    en: 'The Idempotency-Key header is missing, so a repeat could not be told from a new command.',
  },
  'refusal.key-reused': {
    zh: '同一个 Idempotency-Key 已用于另一项内容，请换新的键再提交。',
    en: 'This Idempotency-Key was used for a different request. Use a new key.',
  },
} as const satisfies MessageTable;
