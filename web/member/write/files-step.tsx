import { downloadFile } from '#contract/see.ts';
import { memberWritingMessages } from '#contract/messages/member-writing.ts';
import { addressOf } from '#web/shared/api.ts';
import { fileSize } from '#web/shared/format.ts';
import { texts } from '#web/shared/language.ts';
import { Button } from '../ui/button.tsx';
import { UndoLine, useUndo } from './row-tools.tsx';
import type { StepProps } from './step-props.ts';
import { Pick, UploadList } from './upload-list.tsx';
import { useUploads } from './use-uploads.ts';
import type { AttachedFile } from './writing.ts';
import { useLatest } from './use-latest.ts';
import styles from './write.module.css';

const t = texts(memberWritingMessages);
const most = 30;

/** 附件和照片. */
export const FilesStep = ({ writing, change }: StepProps) => {
  const latest = useLatest(writing);
  const undo = useUndo<readonly AttachedFile[]>();
  const set = (files: readonly AttachedFile[]): void => change({ ...latest.current, files });
  const uploads = useUploads((file) => set([...latest.current.files, file]));
  const { files } = writing;
  return (
    <>
      <p className={styles.lead}>{t('write.files.lead')}</p>
      {files.length === 0 ? <p className={styles.note}>{t('write.files.none')}</p> : null}
      <ul className={styles.files}>
        {files.map((file) => (
          <li key={file.id}>
            {file.mediaType.startsWith('image/') ? (
              <img src={addressOf(downloadFile, { fileId: file.id })} alt="" />
            ) : null}
            <span>
              <a href={addressOf(downloadFile, { fileId: file.id })} target="_blank" rel="noreferrer">
                {file.name}
              </a>{' '}
              <small>{fileSize(file.size)}</small>
            </span>
            <Button
              look="quiet"
              aria-label={t('write.delete.of', { name: file.name })}
              onClick={() => {
                undo.keep(files);
                set(files.filter(({ id }) => id !== file.id));
              }}
            >
              {t('write.delete')}
            </Button>
          </li>
        ))}
      </ul>
      <UndoLine undo={undo} onUndo={set} />
      <UploadList uploads={uploads} />
      {files.length + uploads.running.length >= most ? (
        <p className={styles.note}>{t('write.files.full', { most })}</p>
      ) : (
        <div className={styles.adds}>
          <Pick label={t('write.files.photo')} accept="image/*" camera onPick={uploads.add} />
          <Pick label={t('write.files.pick')} multiple onPick={uploads.add} />
        </div>
      )}
    </>
  );
};
