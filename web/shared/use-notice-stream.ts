import { me } from '#contract/account.ts';
import { notices } from '#contract/see.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { followNotices, type Unread } from './notice-stream.ts';

/** Asked again after this long where no stream tells of what is new, and to keep the session of an open page. */
export const slowly = 300_000;

type Shown = { readonly unread?: number; readonly pages?: readonly { readonly unread: number }[] };

/** The bell shows one answer, the list of notices its pages. */
const unreadIn = ({ unread, pages }: Shown): number | undefined => unread ?? pages?.[0]?.unread;

/** Keeps everything that shows notices up to date while the page is open. `personId`: who is signed in. */
export const useNoticeStream = (personId: number): void => {
  const client = useQueryClient();
  useEffect(() => {
    let last: Unread | null = null;
    return followNotices(personId, {
      changed: (now) => {
        // The first word is mostly of what the page has just asked for itself.
        const news = last !== null && (last.unread !== now.unread || last.latest !== now.latest);
        const shown = client.getQueriesData<Shown>({ queryKey: [notices.id] });
        if (news || shown.some(([, data]) => data !== undefined && unreadIn(data) !== now.unread))
          void client.invalidateQueries({ queryKey: [notices.id] });
        last = now;
      },
      over: () => void client.invalidateQueries({ queryKey: [me.id] }),
    });
  }, [client, personId]);
};
