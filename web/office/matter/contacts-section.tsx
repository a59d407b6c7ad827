import { downloadFile } from '#contract/see.ts';
import { addressOf } from '#web/shared/api.ts';
import { fileSize, moment } from '#web/shared/format.ts';
import { ActionButton } from '#web/shared/ui/action-button.tsx';
import ExclamationCircleFilled from '@ant-design/icons/ExclamationCircleFilled';
import PaperClipOutlined from '@ant-design/icons/PaperClipOutlined';
import { Button } from 'antd';
import { Clamped } from './clamped.tsx';
import { useMatter } from './matter-context.ts';
import styles from './hearings.module.css';
import type { Contact } from './matter-types.ts';
import { Nothing, Section } from './section.tsx';
import { usePress } from './use-press.ts';
import { useWords } from './use-words.ts';
import { listNames, t } from './matter-texts.ts';

const ContactFiles = ({ files }: Pick<Contact, 'files'>) =>
  files.length === 0 ? null : (
    <ul className={styles.files}>
      {files.map((file) => (
        <li key={file.id}>
          <PaperClipOutlined aria-hidden />{' '}
          <a href={addressOf(downloadFile, { fileId: file.id })} target="_blank" rel="noreferrer">
            {file.name}
          </a>{' '}
          <small>{fileSize(file.size)}</small>
        </li>
      ))}
    </ul>
  );

/** One contact as it was entered; a mistaken one stays, struck out, with the reason. */
export const ContactItem = ({
  contact,
  strikable,
}: {
  readonly contact: Contact;
  readonly strikable: boolean;
}) => {
  const { open } = useMatter();
  const words = useWords();
  return (
    <li className={styles.contact} data-struck={contact.struck !== null}>
      <p className={styles.contactHead}>
        <time dateTime={contact.at}>{moment(contact.at)}</time>
        <b>{words.channel(contact.channel)}</b>
        <span className={styles.chip}>{words.contactStage(contact.stage)}</span>
        {contact.round > 1 ? <small>{t('matter.round', { round: contact.round })}</small> : null}
        <span className={styles.chip} data-yes={contact.proposerPresent}>
          {t(contact.proposerPresent ? 'matter.contact.present' : 'matter.contact.absent', {
            names: listNames(contact.proposers.map((person) => person.name)),
          })}
        </span>
      </p>
      <p className={styles.contactWho}>
        {contact.unitName} · {contact.who}
        {t('matter.contact.ofRank', { rank: words.rank(contact.rank) })}
        {contact.place === '' ? null : ` · ${contact.place}`}
      </p>
      <Clamped text={contact.said} lines={4} className={styles.said} />
      <ContactFiles files={contact.files} />
      {contact.struck === null ? (
        <p className={styles.by}>
          {t('matter.contact.enteredBy', { name: contact.enteredBy })}
          {strikable ? (
            <Button
              type="link"
              size="small"
              onClick={() => open({ kind: 'strikeContact', contactId: contact.id })}
            >
              {t('matter.do.strike')}
            </Button>
          ) : null}
        </p>
      ) : (
        <p className={styles.struck}>
          {t('matter.contact.struck', {
            by: contact.struck.by,
            at: moment(contact.struck.at),
            reason: contact.struck.reason,
          })}
        </p>
      )}
    </li>
  );
};

/** What the ruleset still wants before the reply may leave (law 4). */
export const RequiredContacts = () => {
  const { matter } = useMatter();
  const words = useWords();
  return matter.assignments.map(({ id, contactDue }) =>
    contactDue === null ? null : (
      <p key={id} className={styles.required}>
        <ExclamationCircleFilled aria-hidden />
        {t('matter.contact.required', {
          stage: words.contactStage(contactDue.stage),
          channels:
            contactDue.channels.length === 0
              ? t('matter.contact.anyChannel')
              : listNames(contactDue.channels.map(words.channel)),
          present: t(
            contactDue.proposerPresent ? 'matter.contact.mustBePresent' : 'matter.contact.needNotBePresent',
          ),
        })}
      </p>
    ),
  );
};

/** 沟通: every contact with the proposers, newest first. */
export const ContactsSection = () => {
  const { matter } = useMatter();
  const { press } = usePress();
  const recorders = matter.assignments.flatMap((duty) => {
    const allowed = duty.allowedActions.find((one) => one.action === 'recordContact');
    return allowed === undefined ? [] : [{ duty, allowed }];
  });
  const standing = matter.contacts.filter((contact) => contact.struck === null);
  return (
    <Section
      id="contacts"
      title={t('matter.contacts')}
      count={standing.length}
      actions={recorders.map(({ duty, allowed }) => (
        <ActionButton
          key={duty.id}
          allowed={allowed}
          onPress={() => press({ on: 'assignment', id: duty.id, action: 'recordContact' })}
        >
          {recorders.length > 1
            ? t('matter.do.of', { verb: t('matter.do.recordContact'), subject: duty.unit.name })
            : t('matter.do.recordContact')}
        </ActionButton>
      ))}
    >
      <RequiredContacts />
      {matter.contacts.length === 0 ? (
        <Nothing>{t('matter.contacts.none')}</Nothing>
      ) : (
        <ol className={styles.contacts}>
          {matter.contacts
            .toSorted((a, b) => (a.at < b.at ? 1 : -1))
            .map((contact) => (
              <ContactItem
                key={contact.id}
                contact={contact}
                strikable={recorders.some(
                  ({ duty, allowed }) => duty.id === contact.assignmentId && allowed.refusal === null,
                )}
              />
            ))}
        </ol>
      )}
    </Section>
  );
};
