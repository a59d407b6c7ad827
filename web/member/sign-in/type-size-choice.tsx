import { memberMessages } from '#contract/messages/member.ts';
import { texts } from '#web/shared/language.ts';
import { useLargeType } from '#web/shared/use-appearance.ts';
import { chooseLargeType } from '../preferences.ts';
import styles from './sign-in.module.css';

const t = texts(memberMessages);

type TypeSizeChoiceProps = { readonly legend: string; readonly signedIn?: boolean };

/** 关怀版 offered before anything else has to be read: two buttons that show what they do. */
export const TypeSizeChoice = ({ legend, signedIn = false }: TypeSizeChoiceProps) => {
  const large = useLargeType();
  return (
    <fieldset className={styles.sizes}>
      <legend>{legend}</legend>
      <div>
        {([false, true] as const).map((one) => (
          <label key={String(one)} data-large={one}>
            <input
              type="radio"
              name="type-size"
              checked={large === one}
              onChange={() => chooseLargeType(one, signedIn)}
            />
            <span>{t(one ? 'signIn.size.large' : 'signIn.size.normal')}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
};
