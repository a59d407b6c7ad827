import { filedFilesMessages } from '#contract/messages/filed-files.ts';
import { downloadFile } from '#contract/see.ts';
import { addressOf } from '#web/shared/api.ts';
import { texts } from '#web/shared/language.ts';
import { paths } from '../routes.ts';
import { ButtonLink, OuterLink } from '../ui/button.tsx';
import styles from './matter.module.css';
import type { Matter } from './matter-types.ts';

const t = texts(filedFilesMessages);

/** Pictures, the page with the seal and attachments, as they were when it was filed. */
export const FiledFiles = ({ matter }: { readonly matter: Matter }) => {
  const { filedFiles, filedFrom } = matter;
  const pictures = filedFiles.filter(({ use }) => use === 'picture');
  const others = filedFiles.filter(({ use }) => use !== 'picture');
  const of = (caseNo: string | null): string => (caseNo === null ? '' : ` · ${t('filed.of', { caseNo })}`);
  return (
    <>
      {filedFrom === null || filedFrom.bodyName === '' ? null : (
        <p lang="zh-CN">{t('filed.body', { name: filedFrom.bodyName })}</p>
      )}
      {pictures.map(({ id, name, caption, ofCaseNo }) => (
        <figure key={id} className={styles.filedPicture}>
          <img
            src={addressOf(downloadFile, { fileId: id })}
            alt={t('filed.picture', { name: caption === '' ? name : caption })}
            loading="lazy"
          />
          <figcaption lang="zh-CN">{`${caption}${of(ofCaseNo)}`}</figcaption>
        </figure>
      ))}
      {others.length === 0 ? null : (
        <>
          <h3>{t('filed.title')}</h3>
          {others.map(({ id, name, use, ofCaseNo }) => (
            <OuterLink key={id} href={addressOf(downloadFile, { fileId: id })}>
              {`${use === 'seal' ? `${t('filed.seal')} · ` : ''}${name}${of(ofCaseNo)}`}
            </OuterLink>
          ))}
        </>
      )}
      {filedFrom?.submissionId == null ? null : (
        <ButtonLink href={paths.submission(filedFrom.submissionId)}>{t('filed.submission')}</ButtonLink>
      )}
    </>
  );
};
