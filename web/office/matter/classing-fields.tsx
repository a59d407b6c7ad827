import { matterLevel, proposerType } from '#contract/matter-page.ts';
import { commonMessages } from '#contract/messages/common.ts';
import { texts } from '#web/shared/language.ts';
import { Checkbox, Form, Select } from 'antd';
import styles from './dialogs.module.css';

const c = texts(commonMessages);

/** What dates may depend on: whose congress it was handed in to, who proposes, whether it is pressed on as a priority. */
export const ClassingFields = () => (
  <>
    <div className={styles.pair}>
      <Form.Item name="level" label={c('level')}>
        <Select
          virtual={false}
          options={matterLevel.options.map((value) => ({ value, label: c(`level.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="proposerType" label={c('proposerType')}>
        <Select
          virtual={false}
          options={proposerType.options.map((value) => ({ value, label: c(`proposerType.${value}`) }))}
        />
      </Form.Item>
    </div>
    <Form.Item name="priority" valuePropName="checked" extra={c('classing.help')}>
      <Checkbox>{c('priority')}</Checkbox>
    </Form.Item>
  </>
);
