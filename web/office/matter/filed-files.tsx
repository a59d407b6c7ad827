import { filedFilesMessages } from '#contract/messages/filed-files.ts';
import { downloadFile } from '#contract/see.ts';
import { addressOf } from '#web/shared/api.ts';
import { fileSize } from '#web/shared/format.ts';
import { texts } from '#web/shared/language.ts';
import PaperClipOutlined from '@ant-design/icons/PaperClipOutlined';
import { paths } from '../paths.ts';
import { PageLink } from '../shell/page-link.tsx';
import styles from './filed-files.module.css';
import { useMatter } from './matter-context.ts';
import type { Matter } from './matter-types.ts';

const t = texts(filedFilesMessages);

type FiledFile = Matter['filedFiles'][number];

const Name = ({ file }: { readonly file: FiledFile }) => (
  <>
    {file.use === 'seal' ? `${t('filed.seal')} · ` : null}
    {file.name} <small>{fileSize(file.size)}</small>
    {file.ofCaseNo === null ? null : <small> · {t('filed.of', { caseNo: file.ofCaseNo })}</small>}
  </>
);

/** Pictures, the page with the seal and attachments, as they were when it was filed. */
export const FiledFiles = () => {
  const { matter } = useMatter();
  const { filedFiles, filedFrom } = matter;
  const pictures = filedFiles.filter(({ use }) => use === 'picture');
  const others = filedFiles.filter(({ use }) => use !== 'picture');
  return (
    <div className={styles.filed}>
      {filedFrom === null || filedFrom.bodyName === '' ? null : (
        <p>{t('filed.body', { name: filedFrom.bodyName })}</p>
      )}
      {pictures.length === 0 ? null : (
        <ul className={styles.pictures} aria-label={t('filed.pictures')}>
          {pictures.map((file) => (
            <li key={file.id}>
              <a href={addressOf(downloadFile, { fileId: file.id })} target="_blank" rel="noreferrer">
                <img
                  src={addressOf(downloadFile, { fileId: file.id })}
                  alt={t('filed.picture', { name: file.caption === '' ? file.name : file.caption })}
                  loading="lazy"
                />
              </a>
              <span>{file.caption}</span>
              {file.ofCaseNo === null ? null : <small>{t('filed.of', { caseNo: file.ofCaseNo })}</small>}
            </li>
          ))}
        </ul>
      )}
      {others.length === 0 ? null : (
        <>
          <h3>{t('filed.title')}</h3>
          <ul className={styles.files}>
            {others.map((file) => (
              <li key={file.id}>
                <PaperClipOutlined aria-hidden />{' '}
                <a href={addressOf(downloadFile, { fileId: file.id })} target="_blank" rel="noreferrer">
                  <Name file={file} />
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {filedFrom?.submissionId == null ? null : (
        <PageLink href={paths.review(filedFrom.submissionId)}>{t('filed.submission')}</PageLink>
      )}
    </div>
  );
};
