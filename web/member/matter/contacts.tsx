import { commonMessages } from '#contract/messages/common.ts';
import { memberMessages } from '#contract/messages/member.ts';
import { downloadFile } from '#contract/see.ts';
import { addressOf } from '#web/shared/api.ts';
import { texts } from '#web/shared/language.ts';
import { shortDay } from '../dates.ts';
import { OuterLink } from '../ui/button.tsx';
import { Section } from '../ui/section.tsx';
import styles from './matter.module.css';
import type { Contact, Matter } from './matter-types.ts';

const c = texts(commonMessages);
const t = texts(memberMessages);

/** One talk as the unit recorded it: when, how, who was there, what was said. */
export const ContactItem = ({ contact }: { readonly contact: Contact }) => {
  const { at, channel, stage, place, who, said, proposers, proposerPresent, unitName, files, struck } =
    contact;
  const there = [...(proposerPresent ? proposers.map(({ name }) => name) : []), who].filter(
    (one) => one !== '',
  );
  return (
    <li className={styles.talk} data-struck={struck !== null}>
      <p className={styles.talkHead}>
        <strong>{t(`contacts.channel.${channel}`)}</strong> <small>{shortDay(at)}</small>
      </p>
      <p className={styles.by}>
        <span>{t(`contacts.stage.${stage}`)}</span>
        {place === '' ? null : <span lang="zh-CN">{place}</span>}
      </p>
      {struck === null ? null : <p>{t('contacts.struck', { reason: struck.reason })}</p>}
      <p lang="zh-CN" className={styles.words}>
        {said}
      </p>
      <p className={styles.note}>
        {t('contacts.present', { names: there.join(c('say.separator')) })}
        {proposerPresent ? '' : ` · ${t('contacts.absent')}`} · {t('contacts.by', { unit: unitName })}
      </p>
      {files.map(({ id, name }) => (
        <OuterLink key={id} href={addressOf(downloadFile, { fileId: id })}>
          {t('contacts.file', { name })}
        </OuterLink>
      ))}
    </li>
  );
};

export const Contacts = ({ matter }: { readonly matter: Matter }) => (
  <Section id="contacts" title={t('contacts.title')}>
    {matter.contacts.length === 0 ? (
      <p className={styles.note}>{t('contacts.none')}</p>
    ) : (
      <ul className={styles.talks}>
        {matter.contacts.map((contact) => (
          <ContactItem key={contact.id} contact={contact} />
        ))}
      </ul>
    )}
  </Section>
);
