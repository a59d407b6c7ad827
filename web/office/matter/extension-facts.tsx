import { downloadFile } from '#contract/see.ts';
import { addressOf } from '#web/shared/api.ts';
import { WhyDate } from '#web/shared/ui/why-date.tsx';
import type { Assignment } from './matter-types.ts';
import styles from './extensions.module.css';
import { t } from './matter-texts.ts';

type Extension = Assignment['extensions'][number];

/** One request to put a date off, in words: until when, what became of it, why, on what papers. */
export const ExtensionFacts = ({ extension }: { readonly extension: Extension }) => {
  const { state, askedOn, decidedOn, until, dueOn, reason, note, files } = extension;
  return (
    <div className={styles.extension} data-state={state}>
      <p className={styles.stands}>
        {t(`extension.${state}`, {
          on: (state === 'asked' ? askedOn : decidedOn) ?? askedOn,
          until,
          due: dueOn,
        })}
        {extension.round > 1 ? <small>{t('extension.round', { round: extension.round })}</small> : null}
      </p>
      {reason === '' && note === '' && files.length === 0 ? null : (
        <dl className={styles.said}>
          {reason === '' ? null : (
            <div>
              <dt>{t('extension.reason')}</dt>
              <dd>{reason}</dd>
            </div>
          )}
          {note === '' ? null : (
            <div>
              <dt>{t('extension.note')}</dt>
              <dd>{note}</dd>
            </div>
          )}
          {files.length === 0 ? null : (
            <div>
              <dt>{t('extension.files')}</dt>
              <dd>
                {files.map((file) => (
                  <a
                    key={file.id}
                    href={addressOf(downloadFile, { fileId: file.id })}
                    target="_blank"
                    rel="noreferrer"
                  >
                    {file.name}
                  </a>
                ))}
              </dd>
            </div>
          )}
        </dl>
      )}
    </div>
  );
};

/** Who decides on the request that waits, and by when. */
export const DecisionDue = ({ duty }: { readonly duty: Assignment }) => (
  <p className={styles.waits}>
    {t('extension.waits', { who: t(`extension.decider.${duty.extensionDecidedBy}`) })}
    {duty.decideExtension === null ? null : (
      <span>
        {t('extension.decideBy')} <WhyDate owed={duty.decideExtension} />
      </span>
    )}
  </p>
);
