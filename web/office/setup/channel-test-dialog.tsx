import { addressPattern, matches } from '#contract/channel-fields.ts';
import { testChannel } from '#contract/channel.ts';
import { useCommand } from '#web/shared/use-command.ts';
import { App, Form, Input } from 'antd';
import { FormDialog } from '../matter/form-dialog.tsx';
import { t } from './setup-texts.ts';
import type { ChannelRow } from './setup-types.ts';

type Values = { to: string };

/** A message to an address of one's choice; the worker sends it and the list on the page says what became of it. */
export const ChannelTestDialog = ({
  channel,
  onClose,
}: {
  readonly channel: ChannelRow;
  readonly onClose: () => void;
}) => {
  const { kind } = channel;
  const { message } = App.useApp();
  const { run, pending, problem } = useCommand(testChannel, {
    refreshes: ['channels', 'channelMessages'],
    onDone: () => {
      void message.success(t('channel.test.sent'));
      onClose();
    },
  });
  return (
    <FormDialog<Values>
      title={t('channel.testOf', { name: t(`channel.${kind}`) })}
      what={t('channel.test.what')}
      confirm={t('channel.test')}
      initial={{ to: '' }}
      pending={pending}
      problem={problem}
      onSubmit={({ to }) => run({ params: { kind }, body: { to: (to ?? '').trim() } })}
      onClose={onClose}
    >
      {kind === 'webhook' ? null : (
        <Form.Item
          name="to"
          label={t(`channel.address.${kind}`)}
          rules={[
            {
              validator: (_, value: unknown) =>
                typeof value === 'string' && matches(addressPattern[kind], value.trim())
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('channel.invalid'))),
            },
          ]}
        >
          <Input maxLength={254} autoComplete="off" />
        </Form.Item>
      )}
    </FormDialog>
  );
};
