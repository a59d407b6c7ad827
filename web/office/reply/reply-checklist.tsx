import { replyMessages } from '#contract/messages/reply.ts';
import { texts } from '#web/shared/language.ts';
import CheckCircleFilled from '@ant-design/icons/CheckCircleFilled';
import ClockCircleOutlined from '@ant-design/icons/ClockCircleOutlined';
import ExclamationCircleFilled from '@ant-design/icons/ExclamationCircleFilled';
import { Button } from 'antd';
import { useMatter } from '../matter/matter-context.ts';
import type { Reply } from '../matter/matter-types.ts';
import { useWords } from '../matter/use-words.ts';
import { blocksSubmit, type Check } from './check-reply.ts';
import styles from './editor.module.css';
import { focusField } from './focus-field.ts';
import { listNames } from '../matter/matter-texts.ts';

const t = texts(replyMessages);

const marks = {
  done: <CheckCircleFilled aria-hidden />,
  open: <ExclamationCircleFilled aria-hidden />,
  unknown: <ClockCircleOutlined aria-hidden />,
};

type Words = ReturnType<typeof useWords>;

/** Why an item is not done, or how far it is. */
const detailOf = (check: Check, words: Words): string => {
  switch (check.item) {
    case 'answers':
    case 'adoptions':
      return check.state === 'done'
        ? ''
        : t('reply.check.points', { points: listNames((check.points ?? []).map(String)) });
    case 'contacts':
      if (check.state === 'done') return t('reply.check.contacts.done', { count: check.given ?? 0 });
      if (check.state === 'unknown') return t('reply.check.contacts.unknown');
      return t('reply.check.contacts.open', {
        stage: words.contactStage(check.stage ?? ''),
        channels: listNames((check.channels ?? []).map(words.channel)) || t('reply.check.anyChannel'),
      });
    case 'opinions':
      return t(check.state === 'done' ? 'reply.check.opinions.done' : 'reply.check.opinions.detail', {
        given: check.given ?? 0,
        wanted: check.wanted ?? 0,
      });
    default:
      return '';
  }
};

const Item = ({ check, reply }: { readonly check: Check; readonly reply: Reply }) => {
  const { matter, open } = useMatter();
  const words = useWords();
  const detail = detailOf(check, words);
  const duty = matter.assignments.find((one) => one.id === reply.assignmentId);
  const mayRecord =
    duty?.allowedActions.some((one) => one.action === 'recordContact' && one.refusal === null) === true;
  const inForm = check.item !== 'contacts' && check.item !== 'opinions';
  return (
    <li data-state={check.state}>
      {marks[check.state]}
      <span className="visually-hidden">{t(`reply.check.is.${check.state}`)}</span>
      {inForm && check.state !== 'done' ? (
        <button type="button" className={styles.jump} onClick={() => focusField(check.at)}>
          {t(`reply.check.${check.item}`)}
        </button>
      ) : (
        <span>{t(`reply.check.${check.item}`)}</span>
      )}
      {detail === '' ? null : <small>{detail}</small>}
      {check.item === 'contacts' && check.state !== 'done' && mayRecord ? (
        <Button
          type="link"
          size="small"
          onClick={() => open({ kind: 'contact', assignmentId: reply.assignmentId })}
        >
          {t('reply.check.recordContact')}
        </Button>
      ) : null}
    </li>
  );
};

type ReplyChecklistProps = {
  readonly reply: Reply;
  readonly checks: readonly Check[];
  /** Phones: one line that opens, and says on top of the page whether the draft is saved. */
  readonly folded: boolean;
  readonly saved: string | null;
};

/** 发出之前: everything that is checked before the reply may leave, ticked or with the reason. */
export const ReplyChecklist = ({ reply, checks, folded, saved }: ReplyChecklistProps) => {
  const left = checks.filter(blocksSubmit).length;
  const drafting = reply.state === 'draft' || reply.state === 'sentBack';
  const ready = t(drafting ? 'reply.check.ready' : 'reply.check.complete');
  const heading = left === 0 ? ready : t('reply.check.left', { count: left });
  const list = (
    <ul>
      {checks.map((check) => (
        <Item key={check.item} check={check} reply={reply} />
      ))}
    </ul>
  );
  return (
    <section
      className={styles.checks}
      aria-label={t('reply.check')}
      data-ready={left === 0}
      data-folded={folded}
    >
      {folded ? (
        <details>
          <summary>
            {heading}
            {saved === null ? null : <small>{saved}</small>}
          </summary>
          {list}
        </details>
      ) : (
        <>
          <h2>{heading}</h2>
          {list}
        </>
      )}
    </section>
  );
};
