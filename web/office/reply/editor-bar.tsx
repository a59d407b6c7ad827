import { replyMessages } from '#contract/messages/reply.ts';
import { submitReply } from '#contract/reply.ts';
import { texts } from '#web/shared/language.ts';
import { ProblemAlert } from '#web/shared/ui/problem-alert.tsx';
import { App, Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useMatter } from '../matter/matter-context.ts';
import type { Reply } from '../matter/matter-types.ts';
import { useAct } from '../matter/use-act.ts';
import { blocksSubmit, type Check } from './check-reply.ts';
import styles from './editor.module.css';
import { focusField } from './focus-field.ts';
import { ReplyButtons } from './reply-buttons.tsx';
import { savedText } from './saved-text.ts';
import { useInside } from './use-inside.ts';
import type { Editing, ReplyDraft } from './use-reply-draft.ts';

const t = texts(replyMessages);

type EditorBarProps = {
  readonly reply: Reply;
  readonly how: Editing;
  readonly saving: ReplyDraft;
  readonly checks: readonly Check[];
  readonly onTried: () => void;
};

const useSubmit = ({ reply, saving, checks, onTried }: EditorBarProps) => {
  const { message } = App.useApp();
  const command = useAct(submitReply, () => void message.success(t('reply.submit.done')));
  const submit = async (): Promise<void> => {
    onTried();
    const missing = checks.find((check) => blocksSubmit(check) && check.item !== 'contacts');
    if (missing !== undefined) {
      focusField(missing.at);
      return;
    }
    // A save that just ran has moved the version on; what the server has now is what is submitted.
    if (!(await saving.flush())) return;
    await command.run({ params: { replyId: reply.id }, version: saving.version(), body: {} });
  };
  return { ...command, submit };
};

/** Where the draft stands with the server, and the steps that lead it out of the house. */
export const EditorBar = (props: EditorBarProps) => {
  const { reply, how, saving, checks } = props;
  const { open } = useMatter();
  const inside = useInside(reply);
  const { submit, pending, problem, forget } = useSubmit(props);
  const maySubmit = reply.allowedActions.some((one) => one.action === 'submit');
  const left = checks.filter(blocksSubmit).length;
  // A refusal speaks of what was missing then; once something was filled in, it is out of date.
  const counted = useRef(left);
  useEffect(() => {
    if (counted.current !== left) forget();
    counted.current = left;
  }, [left, forget]);
  return (
    <footer className={styles.bar}>
      <ProblemAlert problem={problem} onClose={forget} />
      {saving.draft.phase === 'failed' && saving.draft.sending === null ? (
        <ProblemAlert problem={saving.problem} />
      ) : null}
      <div className={styles.barRow}>
        {how === null ? null : (
          <span className={styles.status} role="status" data-phase={saving.draft.phase}>
            {savedText(saving.draft)}
          </span>
        )}
        <div className={styles.barButtons}>
          <Button
            onClick={() =>
              void saving
                .flush()
                .then((ready) =>
                  ready || how === null ? open({ kind: 'preview', replyId: reply.id }) : undefined,
                )
            }
          >
            {t('reply.do.preview')}
          </Button>
          {inside ? (
            <Button onClick={() => open({ kind: 'versions', replyId: reply.id })}>
              {t('reply.do.versions')}
            </Button>
          ) : null}
          <ReplyButtons reply={reply} ready={saving.flush} />
          {maySubmit ? (
            <Button type="primary" loading={pending} onClick={() => void submit()}>
              {left === 0 ? t('reply.do.submit') : t('reply.do.submit.left', { count: left })}
            </Button>
          ) : null}
        </div>
      </div>
    </footer>
  );
};
