import { commonMessages } from '#contract/messages/common.ts';
import { memberWritingMessages } from '#contract/messages/member-writing.ts';
import { fileSize } from '#web/shared/format.ts';
import { texts } from '#web/shared/language.ts';
import { useId } from 'react';
import { Button } from '../ui/button.tsx';
import type { Uploads } from './use-uploads.ts';
import styles from './write.module.css';

const c = texts(commonMessages);
const t = texts(memberWritingMessages);

/** Files that are on their way, or did not arrive. */
export const UploadList = ({ uploads }: { readonly uploads: Uploads }) =>
  uploads.running.length === 0 ? null : (
    <ul className={styles.files}>
      {uploads.running.map(({ key, file, share, problem, again }) => (
        <li key={key}>
          <span>
            {file.name} <small>{fileSize(file.size)}</small>
          </span>
          {problem === null ? (
            <progress value={share} max={1} aria-label={t('write.files.sending', { name: file.name })} />
          ) : (
            <>
              <p role="alert" className={styles.bad}>
                {problem}
              </p>
              <div className={styles.tools}>
                {again ? <Button onClick={() => uploads.retry(key)}>{c('do.retry')}</Button> : null}
                <Button look="quiet" onClick={() => uploads.drop(key)}>
                  {t(again ? 'write.files.giveUp' : 'write.files.remove')}
                </Button>
              </div>
            </>
          )}
        </li>
      ))}
    </ul>
  );

type PickProps = {
  readonly label: string;
  readonly accept?: string;
  readonly camera?: boolean;
  readonly multiple?: boolean;
  readonly onPick: (files: readonly File[]) => void;
};

/** A button that opens the telephone's own choice of files, or its camera. */
export const Pick = ({ label, accept, camera = false, multiple = false, onPick }: PickProps) => {
  const id = useId();
  return (
    <label className={styles.pick} htmlFor={id}>
      <input
        id={id}
        type="file"
        className="visually-hidden"
        {...(accept === undefined ? {} : { accept })}
        {...(camera ? { capture: 'environment' as const } : {})}
        multiple={multiple}
        onChange={(event) => {
          onPick([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      {label}
    </label>
  );
};
