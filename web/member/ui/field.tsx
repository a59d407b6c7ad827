import { type InputHTMLAttributes, useId } from 'react';
import styles from './ui.module.css';

type FieldProps = InputHTMLAttributes<HTMLInputElement> & {
  readonly label: string;
  readonly help?: string;
  readonly error?: string | undefined;
};

/** A labelled line of input; its help and its error are read out with it. */
export const Field = ({ label, help, error, ...rest }: FieldProps) => {
  const id = useId();
  const about = [help === undefined ? '' : `${id}-help`, error === undefined ? '' : `${id}-error`]
    .join(' ')
    .trim();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {help === undefined ? null : <small id={`${id}-help`}>{help}</small>}
      <input
        {...rest}
        id={id}
        aria-invalid={error !== undefined}
        {...(about === '' ? {} : { 'aria-describedby': about })}
      />
      {error === undefined ? null : (
        <p id={`${id}-error`} className={styles.fieldError}>
          {error}
        </p>
      )}
    </div>
  );
};
