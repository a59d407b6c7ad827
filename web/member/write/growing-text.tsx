import { type TextareaHTMLAttributes, useLayoutEffect, useRef } from 'react';
import styles from './write.module.css';

type GrowingTextProps = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange'> & {
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** A text area that is as high as what stands in it: nothing scrolls inside what one writes. */
export const GrowingText = ({ value, onChange, rows = 2, ...rest }: GrowingTextProps) => {
  const area = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const field = area.current;
    if (field === null) return;
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight + 4}px`;
  });
  return (
    <textarea
      lang="zh-CN"
      {...rest}
      ref={area}
      rows={rows}
      className={styles.area}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
};
