import { changeAssignRound, startAssignRound } from '#contract/assign-round.ts';
import { useCommand } from '#web/shared/use-command.ts';
import { App, Form, Input, Radio } from 'antd';
import { FormDialog } from '../matter/form-dialog.tsx';
import { fromField, toField } from '../matter/zoned-time.ts';
import { paths } from '../paths.ts';
import { useGo } from '../shell/page-link.tsx';
import { t } from './round-texts.ts';
import type { Round } from './round-types.ts';

type Values = { organId: number; name: string; note: string; closesAt: string };

const Fields = () => (
  <>
    <Form.Item name="name" label={t('round.name')} rules={[{ required: true, whitespace: true }]}>
      <Input maxLength={100} placeholder={t('round.name.example')} />
    </Form.Item>
    <Form.Item
      name="closesAt"
      label={t('round.closesAt')}
      extra={t('round.closesAt.help')}
      rules={[{ required: true }]}
    >
      <Input type="datetime-local" />
    </Form.Item>
    <Form.Item name="note" label={t('round.remark')}>
      <Input.TextArea maxLength={2_000} autoSize={{ minRows: 2, maxRows: 8 }} />
    </Form.Item>
  </>
);

/** A new round, with every matter that is not assigned. */
export const StartRound = ({
  organs,
  onClose,
}: {
  readonly organs: readonly { readonly id: number; readonly name: string }[];
  readonly onClose: () => void;
}) => {
  const go = useGo();
  const { message } = App.useApp();
  const { run, pending, problem } = useCommand(startAssignRound, {
    onDone: ({ id, matters }) => {
      void message.success(t('round.started', { count: matters }));
      go(paths.assignRounds(id));
    },
  });
  const first = organs[0]?.id;
  return (
    <FormDialog<Values>
      title={t('round.new')}
      confirm={t('round.start')}
      initial={{ note: '', ...(first === undefined ? {} : { organId: first }) }}
      pending={pending}
      problem={problem}
      onSubmit={({ closesAt, ...fields }) =>
        run({ body: { ...fields, closesAt: fromField(closesAt), matterIds: null } })
      }
      onClose={onClose}
    >
      <Form.Item name="organId" label={t('round.organ')} rules={[{ required: true }]}>
        <Radio.Group options={organs.map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
      <Fields />
    </FormDialog>
  );
};

export const ChangeRound = ({ round, onClose }: { readonly round: Round; readonly onClose: () => void }) => {
  const { run, pending, problem } = useCommand(changeAssignRound, { onDone: onClose });
  return (
    <FormDialog<Values>
      title={t('round.edit')}
      confirm={t('round.save')}
      initial={{ name: round.name, note: round.note, closesAt: toField(round.closesAt) }}
      pending={pending}
      problem={problem}
      onSubmit={({ name, note, closesAt }) =>
        run({
          params: { roundId: round.id },
          version: round.version,
          body: { name, note, closesAt: fromField(closesAt) },
        })
      }
      onClose={onClose}
    >
      <Fields />
    </FormDialog>
  );
};
