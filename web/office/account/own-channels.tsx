import { addressPattern, matches } from '#contract/channel-fields.ts';
import { ownChannels, saveOwnChannel } from '#contract/channel.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { channelMessages } from '#contract/messages/channel.ts';
import { ask } from '#web/shared/ask.ts';
import { texts } from '#web/shared/language.ts';
import { markProblem } from '#web/shared/ui/form-problem.ts';
import { ProblemAlert } from '#web/shared/ui/problem-alert.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useCommand } from '#web/shared/use-command.ts';
import { useQuery } from '@tanstack/react-query';
import { App, Button, Checkbox, Form, Input } from 'antd';
import { Fragment } from 'react';
import styles from './account.module.css';

const t = texts(channelMessages);

type Own = ResponseOf<typeof ownChannels>['items'][number];
type Values = Pick<Own, 'address' | 'ordinary' | 'urgent'>;

const OwnChannel = ({ own }: { readonly own: Own }) => {
  const [form] = Form.useForm<Values>();
  const { message } = App.useApp();
  const name = t(`channel.${own.kind}`);
  const command = useCommand(saveOwnChannel, {
    refreshes: ['ownChannels'],
    onDone: () => void message.success(t('own.saved')),
    onRefused: (problem) => void markProblem(form, problem),
  });
  return (
    <Form<Values>
      form={form}
      name={`own-${own.kind}`}
      layout="vertical"
      requiredMark={false}
      // Whoever writes an address wants to be told; he can still untick one.
      initialValues={own.address === '' ? { address: '', ordinary: true, urgent: true } : own}
      onFinish={({ address, ordinary, urgent }) =>
        void command.run({ params: { kind: own.kind }, body: { address: address.trim(), ordinary, urgent } })
      }
      className={styles.narrow}
    >
      <ProblemAlert problem={command.problem} />
      <Form.Item
        name="address"
        label={`${name} · ${t(`channel.address.${own.kind}`)}`}
        extra={t('own.empty')}
        rules={[
          {
            validator: (_, value: unknown) =>
              typeof value !== 'string' ||
              value.trim() === '' ||
              matches(addressPattern[own.kind], value.trim())
                ? Promise.resolve()
                : Promise.reject(new Error(t('channel.invalid'))),
          },
        ]}
      >
        <Input maxLength={254} />
      </Form.Item>
      <Form.Item name="ordinary" valuePropName="checked" noStyle>
        <Checkbox aria-label={t('own.ordinaryOf', { name })}>{t('own.ordinary')}</Checkbox>
      </Form.Item>
      <Form.Item name="urgent" valuePropName="checked">
        <Checkbox aria-label={t('own.urgentOf', { name })}>{t('own.urgent')}</Checkbox>
      </Form.Item>
      <Button htmlType="submit" loading={command.pending} aria-label={t('own.saveOf', { name })}>
        {t('own.save')}
      </Button>
    </Form>
  );
};

/** By what else than the app one is told, and of what. */
export const OwnChannels = () => {
  const query = useQuery(ask(ownChannels));
  return (
    <QueryState query={query} lines={2}>
      {({ items }) => (
        <div className={styles.stack}>
          <p>{t(items.length === 0 ? 'own.none' : 'own.lead')}</p>
          {items.map((own, n) => (
            <Fragment key={own.kind}>
              {n === 0 ? null : <hr className={styles.split} />}
              <OwnChannel own={own} />
            </Fragment>
          ))}
        </div>
      )}
    </QueryState>
  );
};
