import type { ResponseOf } from '#contract/endpoint.ts';
import { uploadFile } from '#contract/see.ts';
import { fileSize } from '#web/shared/format.ts';
import { ProblemAlert } from '#web/shared/ui/problem-alert.tsx';
import { useCommand } from '#web/shared/use-command.ts';
import DeleteOutlined from '@ant-design/icons/DeleteOutlined';
import PaperClipOutlined from '@ant-design/icons/PaperClipOutlined';
import { Button } from 'antd';
import { useRef } from 'react';
import styles from './dialogs.module.css';
import { t } from './matter-texts.ts';

export type Uploaded = ResponseOf<typeof uploadFile>;

type UploadFieldProps = {
  readonly id?: string;
  readonly purpose: 'contact' | 'scan' | 'supervision' | 'submission';
  readonly max: number;
  readonly accept?: string;
  readonly value?: readonly Uploaded[];
  readonly onChange?: (files: Uploaded[]) => void;
};

/** Files that go up as soon as they are chosen and are taken up by the command of the form. */
export const UploadField = ({ id, purpose, max, accept, value = [], onChange }: UploadFieldProps) => {
  const input = useRef<HTMLInputElement>(null);
  // Nothing that the page shows depends on a file that no command has taken up yet.
  const { run, pending, problem, forget } = useCommand(uploadFile, { refreshes: [] });
  const take = async (files: readonly File[]): Promise<void> => {
    const kept = [...value];
    for (const file of files.slice(0, max - value.length)) {
      const outcome = await run({ query: { purpose }, file });
      if (!outcome.ok) break;
      kept.push(outcome.value);
    }
    onChange?.(kept);
  };
  return (
    <div className={styles.files}>
      <ProblemAlert problem={problem} onClose={forget} />
      {value.length === 0 ? null : (
        <ul>
          {value.map((file) => (
            <li key={file.id}>
              <PaperClipOutlined aria-hidden /> <span>{file.name}</span> <small>{fileSize(file.size)}</small>
              <Button
                type="text"
                size="small"
                icon={<DeleteOutlined aria-hidden />}
                aria-label={t('matter.upload.remove', { name: file.name })}
                onClick={() => onChange?.(value.filter((one) => one.id !== file.id))}
              />
            </li>
          ))}
        </ul>
      )}
      <input
        ref={input}
        type="file"
        aria-label={t('matter.upload.choose')}
        // The library shows every file field of a form; the button below stands for this one.
        style={{ display: 'none' }}
        multiple={max > 1}
        {...(accept === undefined ? {} : { accept })}
        onChange={(event) => {
          void take([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      {value.length >= max ? null : (
        <Button
          {...(id === undefined ? {} : { id })}
          icon={<PaperClipOutlined aria-hidden />}
          loading={pending}
          onClick={() => input.current?.click()}
        >
          {t(pending ? 'matter.upload.running' : 'matter.upload.choose')}
        </Button>
      )}
    </div>
  );
};
