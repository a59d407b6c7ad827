import { notices } from '#contract/see.ts';
import { ask } from '#web/shared/ask.ts';
import { useQuery } from '@tanstack/react-query';

/** Unread notices, asked again every half minute. */
export const useUnread = (): number =>
  useQuery({ ...ask(notices), refetchInterval: 30_000, select: ({ unread }) => unread }).data ?? 0;
