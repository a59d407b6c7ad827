import { notices } from '#contract/see.ts';
import { ask } from '#web/shared/ask.ts';
import { slowly, useNoticeStream } from '#web/shared/use-notice-stream.ts';
import { useQuery } from '@tanstack/react-query';
import { useSession } from './session.ts';

/** Unread notices, as the server tells of them. */
export const useUnread = (): number => {
  const { person, acting } = useSession();
  // Notices are one's own, whomever one acts for.
  useNoticeStream((acting?.self ?? person).id);
  return useQuery({ ...ask(notices), refetchInterval: slowly, select: ({ unread }) => unread }).data ?? 0;
};
