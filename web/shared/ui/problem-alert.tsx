import { commonMessages } from '#contract/messages/common.ts';
import CloseOutlined from '@ant-design/icons/CloseOutlined';
import WarningFilled from '@ant-design/icons/WarningFilled';
import { Button } from 'antd';
import type { ProblemBody } from '../api.ts';
import { texts } from '../language.ts';
import { adviceFor } from './problem-advice.ts';
import { RequestNumber } from './request-number.tsx';
import styles from './states.module.css';

const t = texts(commonMessages);

type ProblemAlertProps = {
  readonly problem: ProblemBody | null;
  readonly onClose?: () => void;
};

/** A refusal beside the form that caused it: the sentence, the fields, what to do. Read out when it appears. */
export const ProblemAlert = ({ problem, onClose }: ProblemAlertProps) => {
  if (problem === null) return null;
  const advice = adviceFor(problem);
  return (
    <div className={styles.alert} role="alert">
      <WarningFilled aria-hidden />
      <div>
        <strong>{problem.title}</strong>
        <div>{problem.detail}</div>
        {problem.fields === undefined || problem.fields.length === 0 ? null : (
          <ul>
            {problem.fields.map((field) => (
              <li key={`${field.path} ${field.message}`}>
                {field.path === '' ? '' : `${field.path}: `}
                {field.message}
              </li>
            ))}
          </ul>
        )}
        {advice === '' ? null : <div>{advice}</div>}
        {problem.status >= 500 ? <RequestNumber id={problem.requestId} /> : null}
      </div>
      {onClose === undefined ? null : (
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined aria-hidden />}
          aria-label={t('do.close')}
          onClick={onClose}
        />
      )}
    </div>
  );
};
