import { proposeCalendar, proposeCalendarFile } from '#contract/calendar.ts';
import { ActionButton } from '#web/shared/ui/action-button.tsx';
import { Panel } from '#web/shared/ui/panel.tsx';
import { ProblemAlert } from '#web/shared/ui/problem-alert.tsx';
import { useCommand } from '#web/shared/use-command.ts';
import { Button, Input, InputNumber } from 'antd';
import { useId, useRef, useState } from 'react';
import { paths } from '../paths.ts';
import { useGo } from '../shell/page-link.tsx';
import { t } from './calendar-texts.ts';
import styles from './setup.module.css';

/** Reading a notice: pasted, or as a file. What was understood is shown on a page of its own. */
export const CalendarImportPanel = () => {
  const id = useId();
  const go = useGo();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [year, setYear] = useState<number | null>(null);
  const onDone = ({ id: proposalId }: { readonly id: number }): void =>
    go(paths.setup(`calendar/${proposalId}`));
  const paste = useCommand(proposeCalendar, { onDone, refreshes: [] });
  const file = useCommand(proposeCalendarFile, { onDone, refreshes: [] });
  const upload = (chosen: File | null): void => {
    if (chosen === null) return;
    paste.forget();
    void file.run({ file: chosen, query: year === null ? {} : { year } });
  };
  const empty = text.trim() === '';
  return (
    <Panel title={t('calendar.import.title')} note={t('calendar.import.note')}>
      <div className={styles.stack}>
        <ProblemAlert problem={paste.problem ?? file.problem} />
        <div className={styles.stack} style={{ gap: 4 }}>
          <label htmlFor={`${id}text`}>{t('calendar.import.text')}</label>
          <Input.TextArea
            id={`${id}text`}
            rows={8}
            maxLength={20_000}
            value={text}
            placeholder={t('calendar.import.text.hint')}
            onChange={(event) => setText(event.target.value)}
          />
        </div>
        <div className={styles.bar}>
          <div className={styles.field}>
            <label htmlFor={`${id}year`}>{t('calendar.import.year')}</label>
            <InputNumber
              id={`${id}year`}
              min={2000}
              max={2199}
              precision={0}
              style={{ width: '100%' }}
              value={year}
              onChange={(value) => setYear(value)}
            />
          </div>
          <div className={styles.actions}>
            <Button
              loading={file.pending}
              aria-describedby={`${id}formats`}
              onClick={() => input.current?.click()}
            >
              {t('calendar.import.file')}
            </Button>
            <ActionButton
              type="primary"
              loading={paste.pending}
              allowed={{
                action: 'read',
                refusal: empty ? { code: 'field-empty', params: { field: t('calendar.import.text') } } : null,
              }}
              onPress={() => {
                file.forget();
                void paste.run({ body: { kind: 'notice', text, year } });
              }}
            >
              {t('calendar.import.read')}
            </ActionButton>
          </div>
        </div>
        <small id={`${id}formats`} className={styles.quiet}>
          {t('calendar.import.formats')}
        </small>
        <input
          ref={input}
          type="file"
          hidden
          aria-label={t('calendar.import.file')}
          accept=".txt,.csv,.json,.xlsx,.xls"
          onChange={(event) => {
            upload(event.target.files?.item(0) ?? null);
            event.target.value = '';
          }}
        />
      </div>
    </Panel>
  );
};
