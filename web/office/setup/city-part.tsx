import { accountMessages } from '#contract/messages/account.ts';
import { saveJurisdiction, setupOverview } from '#contract/setup.ts';
import { ask } from '#web/shared/ask.ts';
import { texts } from '#web/shared/language.ts';
import { markProblem } from '#web/shared/ui/form-problem.ts';
import { Panel } from '#web/shared/ui/panel.tsx';
import { ProblemAlert } from '#web/shared/ui/problem-alert.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useCommand } from '#web/shared/use-command.ts';
import { useQuery } from '@tanstack/react-query';
import { App, Button, Form, Input, Radio } from 'antd';
import { RulesetPanel } from './ruleset-panel.tsx';
import styles from './setup.module.css';
import { c, t } from './setup-texts.ts';
import type { Overview } from './setup-types.ts';
import { SourcesPanel } from './sources-panel.tsx';

const a = texts(accountMessages);
const profiles = ['mlps3', 'asvs'] as const;

type Values = { name: string; nameEn: string; passwordProfile: (typeof profiles)[number] };

const CityForm = ({ jurisdiction }: { readonly jurisdiction: Overview['jurisdiction'] }) => {
  const [form] = Form.useForm<Values>();
  const { message } = App.useApp();
  const command = useCommand(saveJurisdiction, {
    onDone: () => void message.success(c('do.saved')),
    onRefused: (problem) => void markProblem(form, problem),
  });
  const { name, nameEn, passwordProfile } = jurisdiction;
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ name, nameEn, passwordProfile }}
      onFinish={(values) =>
        void command.run({ body: { ...values, name: values.name.trim(), nameEn: values.nameEn.trim() } })
      }
      className={styles.form}
    >
      <ProblemAlert problem={command.problem} />
      <div className={styles.pair}>
        <Form.Item
          name="name"
          label={t('setup.city.name')}
          rules={[{ required: true, whitespace: true, message: t('setup.form.needed') }]}
        >
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="nameEn" label={t('setup.form.english')}>
          <Input maxLength={100} />
        </Form.Item>
      </div>
      <Form.Item
        name="passwordProfile"
        label={t('setup.city.profile')}
        extra={t('setup.city.profile.effect')}
      >
        <Radio.Group className={styles.radios}>
          {profiles.map((profile) => (
            <Radio key={profile} value={profile}>
              <span className={styles.choice}>
                {t(`setup.city.profile.${profile}`)}
                <small>{a(`account.policy.${profile}`)}</small>
              </span>
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      <div>
        <Button type="primary" htmlType="submit" loading={command.pending}>
          {c('do.save')}
        </Button>
      </div>
    </Form>
  );
};

/** 城市与规则: the city's name and password policy; the rules in use, with where each comes from. */
export const CityPart = () => {
  const query = useQuery({
    ...ask(setupOverview),
    refetchInterval: ({ state }) => (state.data?.recompute?.state === 'running' ? 1_500 : false),
  });
  return (
    <QueryState query={query} lines={10}>
      {(overview) => (
        <>
          <div className={styles.columns}>
            <Panel
              title={t('setup.city.title')}
              note={t('setup.city.note', { code: overview.jurisdiction.code })}
            >
              <CityForm jurisdiction={overview.jurisdiction} />
            </Panel>
            <RulesetPanel overview={overview} />
          </div>
          <SourcesPanel sources={overview.ruleset.sources} />
        </>
      )}
    </QueryState>
  );
};
