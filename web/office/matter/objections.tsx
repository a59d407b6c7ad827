import { objectionMessages } from '#contract/messages/objection.ts';
import { assignmentObjections, decideObjection } from '#contract/objection.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { ask } from '#web/shared/ask.ts';
import { fullDate } from '#web/shared/format.ts';
import { texts } from '#web/shared/language.ts';
import { useCommand } from '#web/shared/use-command.ts';
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { holdsAny, useSession } from '../shell/session.ts';
import styles from './dialogs.module.css';
import { FormDialog } from './form-dialog.tsx';
import { useMatter } from './matter-context.ts';

const t = texts(objectionMessages);

type Objection = ResponseOf<typeof assignmentObjections>['items'][number];
type Doing = { readonly objection: Objection; readonly decision: 'changed' | 'kept' };
const decisions = ['changed', 'kept'] as const;

const verbs = { changed: 'objection.change', kept: 'objection.keep' } as const;
const whats = { changed: 'objection.change.what', kept: 'objection.keep.what' } as const;

const DecideDialog = ({ doing, onClose }: { readonly doing: Doing; readonly onClose: () => void }) => {
  const { objection, decision } = doing;
  const { run, pending, problem } = useCommand(decideObjection, { onDone: onClose });
  const verb = t(verbs[decision]);
  return (
    <FormDialog<{ reason: string }>
      title={`${verb} · ${t('objection.title')}`}
      what={
        <>
          <p>{t('objection.says', { by: objection.by, reason: objection.reason })}</p>
          <p>{t(whats[decision])}</p>
        </>
      }
      confirm={verb}
      initial={{ reason: '' }}
      pending={pending}
      problem={problem}
      onSubmit={({ reason }) =>
        run({ params: { objectionId: objection.id }, body: { decision, reason: reason.trim() } })
      }
      onClose={onClose}
    >
      <Form.Item
        name="reason"
        label={t('objection.reason')}
        rules={[{ required: true, whitespace: true, message: t('objection.reason.missing') }]}
      >
        <Input.TextArea maxLength={2_000} autoSize={{ minRows: 3, maxRows: 10 }} />
      </Form.Item>
    </FormDialog>
  );
};

/** What the proposer says against the units, with the office's answer; absent where nothing was said. */
export const Objections = () => {
  const { matter } = useMatter();
  const may = holdsAny(useSession(), assignmentObjections.access.roles);
  const [doing, start] = useState<Doing | null>(null);
  const { data } = useQuery({
    ...ask(assignmentObjections, { params: { matterId: matter.id } }),
    enabled: may,
  });
  const items = data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section id="objections" className={styles.recommended} aria-label={t('objection.title')}>
      <p>
        <strong>{t('objection.title')}</strong>
      </p>
      <ul>
        {items.map((one) => (
          <li key={one.id}>
            <div>
              {t('objection.says', { by: one.by, reason: one.reason })}
              <small className={styles.why}>
                {t('objection.raisedOn', { date: fullDate(one.raisedOn) })}
                {one.wanted === '' ? '' : ` · ${t('objection.names', { unit: one.wanted })}`}
                {` · ${t(`objection.state.${one.state}`)}`}
              </small>
              {one.decision === null ? null : (
                <small className={styles.why}>{t('objection.answer', { reason: one.decision })}</small>
              )}
            </div>
            {one.mayDecide ? (
              <span className={styles.inline}>
                {decisions.map((decision) => (
                  <Button key={decision} size="small" onClick={() => start({ objection: one, decision })}>
                    {t(verbs[decision])}
                  </Button>
                ))}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {doing === null ? null : <DecideDialog doing={doing} onClose={() => start(null)} />}
    </section>
  );
};
