import { replyMessages } from '#contract/messages/reply.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { issueForm, issueReply } from '#contract/reply.ts';
import { ask } from '#web/shared/ask.ts';
import { texts } from '#web/shared/language.ts';
import { Dialog } from '#web/shared/ui/dialog.tsx';
import { problemOf } from '#web/shared/ui/problem-advice.ts';
import { ErrorState } from '#web/shared/ui/error-state.tsx';
import { LoadingState } from '#web/shared/ui/loading-state.tsx';
import { useQuery } from '@tanstack/react-query';
import { App, Form, Input, Select } from 'antd';
import { FormDialog } from '../matter/form-dialog.tsx';
import type { Reply } from '../matter/matter-types.ts';
import { useAct } from '../matter/use-act.ts';
import { listNames } from '../matter/matter-texts.ts';

const t = texts(replyMessages);

type Values = { documentNo: string; copies: string[]; opinionsMissingReason?: string };

type IssueDialogProps = { readonly reply: Reply; readonly onClose: () => void };

const IssueForm = ({
  reply,
  start,
  onClose,
}: IssueDialogProps & { readonly start: ResponseOf<typeof issueForm> }) => {
  const { message } = App.useApp();
  const { run, pending, problem } = useAct(issueReply, () => {
    void message.success(t('reply.issue.done'));
    onClose();
  });
  const missing = start.opinionsMissing;
  return (
    <FormDialog<Values>
      title={t('reply.issue.title', { unit: reply.unitName })}
      what={t('reply.issue.what')}
      confirm={t('reply.do.issue')}
      initial={{ documentNo: start.documentNo, copies: [...start.copies] }}
      pending={pending}
      problem={problem}
      onSubmit={({ opinionsMissingReason, ...rest }) =>
        run({
          params: { replyId: reply.id },
          version: reply.version,
          body: {
            ...rest,
            opinionsMissingReason: missing.length === 0 ? null : (opinionsMissingReason ?? ''),
          },
        })
      }
      onClose={onClose}
    >
      <Form.Item name="documentNo" label={t('reply.documentNo')} extra={t('reply.documentNo.help')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="copies" label={t('reply.copies')} extra={t('reply.copies.help')}>
        <Select
          mode="tags"
          virtual={false}
          tokenSeparators={['、', ',', '，', ';', '；']}
          open={false}
          suffixIcon={null}
        />
      </Form.Item>
      {missing.length === 0 ? null : (
        <Form.Item
          name="opinionsMissingReason"
          label={t('reply.issue.missing', { units: listNames(missing) })}
          rules={[{ required: true, whitespace: true, message: t('reply.needed') }]}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2_000} />
        </Form.Item>
      )}
    </FormDialog>
  );
};

/** 签发: number, copies, and why not to wait where an opinion is missing. */
export const IssueDialog = (props: IssueDialogProps) => {
  // The next number may have been taken since; each opening asks again.
  const query = useQuery({
    ...ask(issueForm, { params: { replyId: props.reply.id } }),
    gcTime: 0,
    staleTime: 0,
  });
  if (query.data !== undefined) return <IssueForm {...props} start={query.data} />;
  return (
    <Dialog
      title={t('reply.issue.title', { unit: props.reply.unitName })}
      footer={null}
      onCancel={props.onClose}
    >
      {query.error === null ? (
        <LoadingState lines={4} />
      ) : (
        <ErrorState
          fault={query.error}
          {...(problemOf(query.error).status >= 500 ? { onRetry: () => void query.refetch() } : {})}
        />
      )}
    </Dialog>
  );
};
