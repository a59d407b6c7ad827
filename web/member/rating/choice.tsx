import type { ReactNode } from 'react';
import styles from './rating.module.css';

export type Option<T extends string> = {
  readonly value: T;
  readonly label: string;
  readonly note?: string;
  /** A drawing of 24 × 24, so that the word does not stand alone. */
  readonly mark?: string;
};

type ChoiceProps<T extends string> = {
  /** Names the group for screen readers; the page's heading already shows it. */
  readonly legend: string;
  readonly name: string;
  readonly options: readonly Option<T>[];
  readonly value: T | null | '';
  readonly onChoose: (value: T) => void;
  /** Said when the next step was pressed without a choice. */
  readonly error: string | null;
  readonly children?: ReactNode;
};

/** One of several, as large buttons; arrow keys move among them as among any radio buttons. */
export const Choice = <T extends string>(props: ChoiceProps<T>) => {
  const { legend, name, options, value, onChoose, error, children } = props;
  return (
    <fieldset className={styles.choice} aria-describedby={`${name}-error`}>
      <legend className="visually-hidden">{legend}</legend>
      <p id={`${name}-error`} role="alert" className={styles.error}>
        {error}
      </p>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={value === option.value}
            onChange={() => onChoose(option.value)}
          />
          {option.mark === undefined ? null : (
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d={option.mark} />
            </svg>
          )}
          <span>
            <strong>{option.label}</strong>
            {option.note === undefined ? null : <small>{option.note}</small>}
          </span>
        </label>
      ))}
      {children}
    </fieldset>
  );
};
