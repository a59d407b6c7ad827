import { commonMessages } from '#contract/messages/common.ts';
import { texts } from '../language.ts';

const t = texts(commonMessages);

type PersonNameProps = { readonly name: string | null | undefined; readonly note?: string | undefined };

/** A person's name with what he is here, or a dash that is read out as "none". */
export const PersonName = ({ name, note }: PersonNameProps) =>
  name === null || name === undefined || name === '' ? (
    <span>
      <span aria-hidden="true">—</span>
      <span className="visually-hidden">{t('say.none')}</span>
    </span>
  ) : (
    <span>
      {name}
      {note === undefined || note === '' ? null : <small style={{ color: 'var(--ink-3)' }}> {note}</small>}
    </span>
  );
