import { Dialog } from '#web/shared/ui/dialog.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useQuery } from '@tanstack/react-query';

import type { ReactNode } from 'react';
import styles from './supervision.module.css';
import { t } from './supervision-texts.ts';

const pictureOf = (svg: string): string => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;

type NoticePagesProps = {
  readonly title: string;
  /** What names the pages among all that the page has asked for. */
  readonly name: readonly unknown[];
  readonly draw: (signal: AbortSignal) => Promise<{ readonly pages: readonly string[] }>;
  readonly children?: ReactNode;
  readonly onClose: () => void;
};

/** A notice page by page, as it is or will be printed. */
export const NoticePages = ({ title, name, draw, children, onClose }: NoticePagesProps) => {
  const query = useQuery({ queryKey: [...name], queryFn: ({ signal }) => draw(signal), gcTime: 0 });
  return (
    <Dialog title={title} width={880} onCancel={onClose} footer={null}>
      {children === undefined ? null : <div className={styles.buttons}>{children}</div>}
      <div className={styles.pages}>
        <QueryState query={query} lines={10}>
          {({ pages }) =>
            pages.map((svg, index) => (
              <img
                key={`${index + 1}`}
                src={pictureOf(svg)}
                alt={t('supervision.notice.page', { no: index + 1 })}
              />
            ))
          }
        </QueryState>
      </div>
    </Dialog>
  );
};
