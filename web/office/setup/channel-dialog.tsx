import { type ChannelField, fieldsOf, isAsked, matches } from '#contract/channel-fields.ts';
import { saveChannel } from '#contract/channel.ts';
import { useCommand } from '#web/shared/use-command.ts';
import { App, Checkbox, Form, type FormRule, Input, InputNumber, Select } from 'antd';
import { FormDialog } from '../matter/form-dialog.tsx';
import { t } from './setup-texts.ts';
import type { ChannelRow } from './setup-types.ts';

/** Fields stand beside the rest under their own names: the server names them so when one is not right. */
type Values = { enabled: boolean; digestMinutes: number } & Record<string, string | boolean | number>;

const label = (name: string): string => t(`channel.field.${name}` as 'channel.field.host');
const choice = (name: string): string => t(`channel.choice.${name}` as 'channel.choice.tls');

const rulesFor = (field: ChannelField, isSet: boolean): FormRule[] => [
  (form) => ({
    validator: (_, value: unknown) => {
      const text = typeof value === 'string' ? value.trim() : '';
      const missing =
        text === '' && !isSet && field.optional !== true && form.getFieldValue('enabled') === true;
      if (missing) return Promise.reject(new Error(t('setup.form.needed')));
      const wrong = text !== '' && field.pattern !== undefined && !matches(field.pattern, text);
      return wrong ? Promise.reject(new Error(t('channel.invalid'))) : Promise.resolve();
    },
  }),
];

const inputFor = (field: ChannelField) => {
  if (field.choices !== undefined)
    return (
      <Select virtual={false} options={field.choices.map((value) => ({ value, label: choice(value) }))} />
    );
  if (field.secret === true) return <Input.Password autoComplete="new-password" maxLength={2_000} />;
  if (field.long === true) return <Input.TextArea rows={4} maxLength={2_000} spellCheck={false} />;
  return <Input maxLength={500} autoComplete="off" spellCheck={false} />;
};

const extraOf = (field: ChannelField, isSet: boolean): string | undefined => {
  if (field.secret === true) return t(isSet ? 'channel.secret.set' : 'channel.secret.unset');
  return field.optional === true ? t('setup.form.optional') : undefined;
};

const Fields = ({ channel }: { readonly channel: ChannelRow }) => {
  const given = Form.useWatch([]) as Record<string, string> | undefined;
  return fieldsOf(channel.kind)
    .filter((field) => isAsked(field, given ?? channel.settings))
    .map((field) => {
      const isSet = channel.secrets[field.name] === true;
      const removable = isSet && field.secret === true && field.optional === true;
      return (
        <Form.Item
          key={field.name}
          name={field.name}
          label={label(field.name)}
          extra={
            removable ? (
              <Form.Item name={`${removal}${field.name}`} valuePropName="checked" noStyle>
                <Checkbox>{t('channel.secret.remove')}</Checkbox>
              </Form.Item>
            ) : (
              extraOf(field, isSet)
            )
          }
          rules={rulesFor(field, isSet)}
        >
          {inputFor(field)}
        </Form.Item>
      );
    });
};

/** Name of the box beside a secret that takes it away. */
const removal = 'remove:';

const textsOf = (values: Values, fields: readonly ChannelField[]): Record<string, string> =>
  Object.fromEntries(
    fields.flatMap(({ name }) => {
      const value = values[name];
      if (values[`${removal}${name}`] === true) return [[name, '']];
      return typeof value === 'string' && value !== '' ? [[name, value.trim()]] : [];
    }),
  );

/** All that one channel needs to know; a secret that is set stays when its field is left empty. */
export const ChannelDialog = ({
  channel,
  onClose,
}: {
  readonly channel: ChannelRow;
  readonly onClose: () => void;
}) => {
  const { message } = App.useApp();
  const fields = fieldsOf(channel.kind);
  const { run, pending, problem } = useCommand(saveChannel, {
    refreshes: ['channels', 'ownChannels'],
    onDone: () => {
      void message.success(t('channel.saved'));
      onClose();
    },
  });
  const fallbacks = Object.fromEntries(
    fields.flatMap(({ name, fallback }) => (fallback === undefined ? [] : [[name, fallback]])),
  );
  return (
    <FormDialog<Values>
      title={t('channel.editOf', { name: t(`channel.${channel.kind}`) })}
      what={
        <>
          {t(`channel.${channel.kind}.what`)} {t('channel.internal')}
        </>
      }
      confirm={t('own.save')}
      width={640}
      initial={{
        ...fallbacks,
        ...channel.settings,
        enabled: channel.enabled,
        digestMinutes: channel.digestMinutes,
      }}
      pending={pending}
      problem={problem}
      onSubmit={(values) =>
        run({
          params: { kind: channel.kind },
          version: channel.version,
          body: {
            enabled: values.enabled,
            digestMinutes: values.digestMinutes,
            settings: textsOf(
              values,
              fields.filter(({ secret }) => secret !== true),
            ),
            secrets: textsOf(
              values,
              fields.filter(({ secret }) => secret === true),
            ),
          },
        })
      }
      onClose={onClose}
    >
      <Form.Item name="enabled" valuePropName="checked">
        <Checkbox>{t('channel.enabled')}</Checkbox>
      </Form.Item>
      <Fields channel={channel} />
      <Form.Item name="digestMinutes" label={t('channel.digest')} extra={t('channel.digest.what')}>
        <InputNumber min={0} max={1_440} precision={0} />
      </Form.Item>
    </FormDialog>
  );
};
