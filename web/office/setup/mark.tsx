import CheckCircleOutlined from '@ant-design/icons/CheckCircleOutlined';
import CloseCircleOutlined from '@ant-design/icons/CloseCircleOutlined';
import ClockCircleOutlined from '@ant-design/icons/ClockCircleOutlined';
import ExclamationCircleOutlined from '@ant-design/icons/ExclamationCircleOutlined';
import LockOutlined from '@ant-design/icons/LockOutlined';
import MinusCircleOutlined from '@ant-design/icons/MinusCircleOutlined';
import type { ReactNode } from 'react';
import styles from './setup.module.css';

const shapes = {
  good: <CheckCircleOutlined aria-hidden />,
  warn: <ExclamationCircleOutlined aria-hidden />,
  late: <ClockCircleOutlined aria-hidden />,
  wrong: <CloseCircleOutlined aria-hidden />,
  locked: <LockOutlined aria-hidden />,
  off: <MinusCircleOutlined aria-hidden />,
} as const;

/** A state as colour, shape and word together. */
export const Mark = ({
  tone,
  children,
}: {
  readonly tone: keyof typeof shapes;
  readonly children: ReactNode;
}) => (
  <span className={styles.mark} data-tone={tone}>
    {shapes[tone]}
    {children}
  </span>
);
