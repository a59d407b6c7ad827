import { replyMessages } from '#contract/messages/reply.ts';
import { sendBackReply } from '#contract/reply.ts';
import { texts } from '#web/shared/language.ts';
import { Form, Input, Radio } from 'antd';
import { FormDialog } from '../matter/form-dialog.tsx';
import { useMatter } from '../matter/matter-context.ts';
import type { Reply } from '../matter/matter-types.ts';
import { useAct } from '../matter/use-act.ts';
import { useWords } from '../matter/use-words.ts';

const t = texts(replyMessages);

type Values = { to: number; reason: string };

/** 退回修改: to the drafter or to a level below, by name, with the reason. */
export const SendBackDialog = ({
  reply,
  onClose,
}: {
  readonly reply: Reply;
  readonly onClose: () => void;
}) => {
  const { reference } = useMatter();
  const words = useWords();
  const { run, pending, problem } = useAct(sendBackReply, onClose);
  const below = reply.state === 'cleared' ? reference.ruleset.reviewLevels.length : reply.level;
  const levels = Array.from({ length: below }, (_, level) => level);
  return (
    <FormDialog<Values>
      title={t('reply.sendBack.title')}
      confirm={t('reply.do.sendBack')}
      initial={{ to: -1 }}
      pending={pending}
      problem={problem}
      onSubmit={(body) => run({ params: { replyId: reply.id }, version: reply.version, body })}
      onClose={onClose}
    >
      <Form.Item name="to" label={t('reply.sendBack.to')}>
        <Radio.Group
          orientation="vertical"
          options={[
            { value: -1, label: t('reply.sendBack.drafter') },
            ...levels.map((level) => ({ value: level, label: words.level(level) })),
          ]}
        />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('reply.sendBack.reason')}
        rules={[{ required: true, whitespace: true, message: t('reply.needed') }]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2_000} showCount />
      </Form.Item>
    </FormDialog>
  );
};
