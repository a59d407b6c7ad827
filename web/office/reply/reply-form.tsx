import { replyMessages } from '#contract/messages/reply.ts';
import { pick, texts } from '#web/shared/language.ts';
import { Input, Radio } from 'antd';
import { useMatter } from '../matter/matter-context.ts';
import type { ReplyContent } from './check-reply.ts';
import styles from './editor.module.css';
import { PointAnswer } from './point-answer.tsx';

const t = texts(replyMessages);

type ReplyFormProps = {
  readonly content: ReplyContent;
  readonly onChange: (content: ReplyContent) => void;
  /** The person has tried to send it on: what is missing is marked. */
  readonly tried: boolean;
};

type Part<K extends keyof ReplyContent> = {
  readonly content: ReplyContent;
  readonly set: (key: K, value: ReplyContent[K]) => void;
  readonly tried: boolean;
};

const Missing = ({ show, children }: { readonly show: boolean; readonly children: string }) =>
  show ? (
    <p className={styles.missing} role="alert">
      {children}
    </p>
  ) : null;

const How = ({ content, set, tried }: Part<'resultClass' | 'disclosure' | 'disclosureReason'>) => {
  const { reference } = useMatter();
  const reasonWanted = content.disclosure !== null && content.disclosure !== 'proactive';
  return (
    <>
      <fieldset className={styles.field} id="result-class">
        <legend>{t('reply.resultClass')}</legend>
        <Radio.Group
          value={content.resultClass}
          onChange={(event) => set('resultClass', String(event.target.value))}
          orientation="vertical"
          options={reference.ruleset.resultClasses.map((one) => ({ value: one.code, label: pick(one.name) }))}
        />
        <Missing show={tried && content.resultClass === null}>{t('reply.missing.class')}</Missing>
      </fieldset>
      <fieldset className={styles.field} id="disclosure">
        <legend>{t('reply.disclosure')}</legend>
        <Radio.Group
          value={content.disclosure}
          onChange={(event) => set('disclosure', event.target.value as ReplyContent['disclosure'])}
          options={(['proactive', 'onRequest', 'notPublic'] as const).map((value) => ({
            value,
            label: t(`reply.disclosure.${value}`),
          }))}
        />
        <Missing show={tried && content.disclosure === null}>{t('reply.missing.disclosure')}</Missing>
      </fieldset>
      {reasonWanted ? (
        <div className={styles.field}>
          <label htmlFor="disclosure-reason">{t('reply.disclosureReason')}</label>
          <Input.TextArea
            id="disclosure-reason"
            value={content.disclosureReason}
            autoSize={{ minRows: 1, maxRows: 5 }}
            maxLength={2_000}
            onChange={(event) => set('disclosureReason', event.target.value)}
          />
          <Missing show={tried && content.disclosureReason.trim() === ''}>
            {t('reply.missing.disclosureReason')}
          </Missing>
        </div>
      ) : null}
    </>
  );
};

const Whom = ({ content, set, tried }: Part<'contactPerson' | 'contactPhone'>) => (
  <div className={styles.pair}>
    <div className={styles.field}>
      <label htmlFor="contact-person">{t('reply.contactPerson')}</label>
      <Input
        id="contact-person"
        value={content.contactPerson}
        maxLength={100}
        autoComplete="off"
        onChange={(event) => set('contactPerson', event.target.value)}
      />
      <Missing show={tried && content.contactPerson.trim() === ''}>
        {t('reply.missing.contactPerson')}
      </Missing>
    </div>
    <div className={styles.field}>
      <label htmlFor="contact-phone">{t('reply.contactPhone')}</label>
      <Input
        id="contact-phone"
        type="tel"
        value={content.contactPhone}
        maxLength={100}
        autoComplete="off"
        onChange={(event) => set('contactPhone', event.target.value)}
      />
      <Missing show={tried && content.contactPhone.trim() === ''}>{t('reply.missing.contactPhone')}</Missing>
    </div>
  </div>
);

/** The reply in the order of the letter: what is said first, each ask with its answer, what is said last, and how. */
export const ReplyForm = ({ content, onChange, tried }: ReplyFormProps) => {
  const { matter } = useMatter();
  const set = <K extends keyof ReplyContent>(key: K, value: ReplyContent[K]): void =>
    onChange({ ...content, [key]: value });
  const long = (key: 'opening' | 'closing') => (
    <div className={styles.field}>
      <label htmlFor={key}>{t(`reply.${key}`)}</label>
      <Input.TextArea
        id={key}
        value={content[key]}
        autoSize={{ minRows: 3, maxRows: 16 }}
        maxLength={20_000}
        placeholder={t(`reply.${key}.placeholder`)}
        onChange={(event) => set(key, event.target.value)}
      />
    </div>
  );
  return (
    <div className={styles.form}>
      {long('opening')}
      {matter.points.map((point) => {
        const answer = content.answers.find((one) => one.no === point.no) ?? {
          no: point.no,
          answer: '',
          adoption: null,
        };
        return (
          <PointAnswer
            key={point.no}
            point={point}
            answer={answer}
            tried={tried}
            onChange={(next) =>
              set(
                'answers',
                [...content.answers.filter((one) => one.no !== point.no), next].toSorted(
                  (a, b) => a.no - b.no,
                ),
              )
            }
          />
        );
      })}
      {long('closing')}
      <How content={content} set={set} tried={tried} />
      <Whom content={content} set={set} tried={tried} />
    </div>
  );
};
