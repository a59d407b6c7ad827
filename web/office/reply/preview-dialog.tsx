import { replyMessages } from '#contract/messages/reply.ts';
import { replyLetter, replyPreview } from '#contract/reply.ts';
import { addressOf } from '#web/shared/api.ts';
import { ask } from '#web/shared/ask.ts';
import { texts } from '#web/shared/language.ts';
import { Dialog } from '#web/shared/ui/dialog.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import DownloadOutlined from '@ant-design/icons/DownloadOutlined';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import styles from './reply.module.css';

const t = texts(replyMessages);

const pictureOf = (svg: string): string => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;

export const LetterDownloads = ({ replyId }: { readonly replyId: number }) => (
  <>
    {(['pdf', 'docx'] as const).map((format) => (
      <Button
        key={format}
        icon={<DownloadOutlined aria-hidden />}
        href={addressOf(replyLetter, { replyId }, { format })}
        target="_blank"
      >
        {t(`reply.download.${format}`)}
      </Button>
    ))}
  </>
);

/** 答复函预览: the letter page by page, as it will be printed. Drawn afresh each time it is opened. */
export const PreviewDialog = ({
  replyId,
  onClose,
}: {
  readonly replyId: number;
  readonly onClose: () => void;
}) => {
  const query = useQuery({ ...ask(replyPreview, { params: { replyId } }), gcTime: 0 });
  return (
    <Dialog title={t('reply.preview')} width={880} onCancel={onClose} footer={null}>
      <div className={styles.letterTools}>
        <LetterDownloads replyId={replyId} />
      </div>
      <div className={styles.pages}>
        <QueryState query={query} lines={10}>
          {({ pages }) =>
            pages.map((svg, index) => (
              <img
                key={`${index + 1}`}
                src={pictureOf(svg)}
                alt={t('reply.preview.page', { page: index + 1, total: pages.length })}
              />
            ))
          }
        </QueryState>
      </div>
    </Dialog>
  );
};
