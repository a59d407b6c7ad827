import { downloadFile } from '#contract/see.ts';
import { addressOf } from '#web/shared/api.ts';
import { fileSize } from '#web/shared/format.ts';
import { Panel } from '#web/shared/ui/panel.tsx';
import { t } from './review-texts.ts';
import styles from './review.module.css';
import type { SubmissionOnPage } from './review-types.ts';

type Signer = SubmissionOnPage['signers'][number];

const File = ({ id, name, size }: SubmissionOnPage['files'][number]) => (
  <>
    <a href={addressOf(downloadFile, { fileId: id })} target="_blank" rel="noreferrer">
      {name}
    </a>{' '}
    <small>{fileSize(size)}</small>
  </>
);

const SignerLine = ({ person, state, outdated, onPaper, comment }: Signer) => (
  <li>
    <strong>{person.name}</strong> {person.group}{' '}
    <span className={styles.meta}>
      {t(outdated && state === 'signed' ? 'review.signer.outdated' : `review.signer.${state}`)}
      {onPaper ? ` · ${t('review.signer.onPaper')}` : ''}
    </span>
    {comment === '' ? null : <div>{comment}</div>}
  </li>
);

/** Who was asked and did not sign is counted, not named: it is no business of the office who declined. */
const listed: readonly Signer['state'][] = ['signed', 'disowned', 'invited'];

/** Who stands under it, on what paper, and what is attached. */
export const Papers = ({ submission }: { readonly submission: SubmissionOnPage }) => {
  const { enteredBy, paperOn, noScanReason, sealFile, bodyName } = submission;
  const files = submission.files.filter(({ id }) => id !== sealFile?.id);
  const signers = submission.signers.filter(({ state }) => listed.includes(state));
  const unsigned = submission.signers.filter(
    ({ state }) => state === 'declined' || state === 'lapsed',
  ).length;
  return (
    <Panel title={t('review.part.papers')}>
      <ul className={styles.plain}>
        {enteredBy === null ? null : (
          <li>
            {t('review.enteredBy', { name: enteredBy.name })}
            {paperOn === null ? '' : ` · ${t('review.paperOn', { day: paperOn })}`}
          </li>
        )}
        {noScanReason === null ? null : <li>{t('review.noScan', { reason: noScanReason })}</li>}
        {bodyName === '' ? null : <li>{t('review.body', { name: bodyName })}</li>}
        {sealFile === null ? null : (
          <li>
            {t('review.seal')} <File {...sealFile} />
          </li>
        )}
        {files.map((file) => (
          <li key={file.id}>
            <File {...file} />
          </li>
        ))}
        {signers.map((signer) => (
          <SignerLine key={signer.person.id} {...signer} />
        ))}
        {unsigned === 0 ? null : (
          <li className={styles.meta}>{t('review.signers.unsigned', { count: unsigned })}</li>
        )}
        {files.length + signers.length === 0 && sealFile === null ? (
          <li>{t('review.part.papers.none')}</li>
        ) : null}
      </ul>
    </Panel>
  );
};
