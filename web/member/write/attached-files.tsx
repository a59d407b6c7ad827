import { downloadFile } from '#contract/see.ts';
import { addressOf } from '#web/shared/api.ts';
import { fileSize } from '#web/shared/format.ts';
import type { SubmissionPage } from './writing.ts';
import styles from './write.module.css';

/** What is attached, to be opened: part of what one reads before one signs. */
export const AttachedFiles = ({ files }: Pick<SubmissionPage, 'files'>) =>
  files.length === 0 ? null : (
    <ul className={styles.files}>
      {files.map(({ id, name, size }) => (
        <li key={id}>
          <a href={addressOf(downloadFile, { fileId: id })}>{name}</a> <small>{fileSize(size)}</small>
        </li>
      ))}
    </ul>
  );
