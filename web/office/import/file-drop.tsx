import { fileSize } from '#web/shared/format.ts';
import FileExcelOutlined from '@ant-design/icons/FileExcelOutlined';
import InboxOutlined from '@ant-design/icons/InboxOutlined';
import { Button } from 'antd';
import { type DragEvent, useId, useRef, useState } from 'react';
import styles from './import.module.css';
import { t } from './import-texts.ts';

type FileDropProps = {
  readonly file: File | null;
  readonly accept: string;
  readonly formats: string;
  readonly problem: string | null;
  readonly disabled: boolean;
  readonly onFile: (file: File) => void;
};

/** A file by dropping it or by choosing it; both lead to the same place. */
export const FileDrop = ({ file, accept, formats, problem, disabled, onFile }: FileDropProps) => {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null): void => {
    const first = files?.item(0) ?? null;
    if (first !== null && !disabled) onFile(first);
  };
  const hover = (event: DragEvent, now: boolean): void => {
    event.preventDefault();
    setOver(now && !disabled);
  };
  return (
    <fieldset
      className={styles.drop}
      data-over={over}
      data-given={file !== null}
      onDragOver={(event) => hover(event, true)}
      onDragLeave={(event) => hover(event, false)}
      onDrop={(event) => {
        hover(event, false);
        take(event.dataTransfer.files);
      }}
    >
      <legend className="visually-hidden">{t('importPage.file')}</legend>
      <span className={styles.dropMark}>
        {file === null ? <InboxOutlined aria-hidden /> : <FileExcelOutlined aria-hidden />}
      </span>
      <div className={styles.dropText}>
        {file === null ? (
          <span>{t('importPage.drop')}</span>
        ) : (
          <span role="status">
            <strong>{file.name}</strong> <small>{fileSize(file.size)}</small>
          </span>
        )}
        <Button
          type={file === null ? 'primary' : 'default'}
          ghost={file === null}
          disabled={disabled}
          aria-describedby={id}
          onClick={() => input.current?.click()}
        >
          {t(file === null ? 'importPage.choose' : 'importPage.chooseOther')}
        </Button>
      </div>
      <small id={id}>{formats}</small>
      {problem === null ? null : (
        <span role="alert" className={styles.fault}>
          {problem}
        </span>
      )}
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        onChange={(event) => {
          take(event.target.files);
          event.target.value = '';
        }}
      />
    </fieldset>
  );
};
