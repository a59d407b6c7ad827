import { matterMessages } from '#contract/messages/matter.ts';
import { replyMessages } from '#contract/messages/reply.ts';
import { texts } from '#web/shared/language.ts';
import { type TabItem, Tabs } from '#web/shared/ui/tabs.tsx';
import { ContactItem, RequiredContacts } from '../matter/contacts-section.tsx';
import hearings from '../matter/hearings.module.css';
import { useMatter } from '../matter/matter-context.ts';
import matterStyles from '../matter/matter.module.css';
import type { Reply } from '../matter/matter-types.ts';
import { OpinionItem } from '../matter/opinions-section.tsx';
import { Nothing } from '../matter/section.tsx';
import { useWords } from '../matter/use-words.ts';
import styles from './editor.module.css';
import { ReplyText } from './reply-text.tsx';
import { listNames } from '../matter/matter-texts.ts';

const t = texts(replyMessages);
const m = texts(matterMessages);

const Contacts = ({ reply }: { readonly reply: Reply }) => {
  const { matter } = useMatter();
  const own = matter.contacts.filter(
    (contact) => contact.assignmentId === reply.assignmentId && contact.struck === null,
  );
  return (
    <div id="contacts">
      <RequiredContacts />
      {own.length === 0 ? <Nothing>{m('matter.contacts.none')}</Nothing> : null}
      <ol className={hearings.contacts}>
        {own.toReversed().map((contact) => (
          <ContactItem key={contact.id} contact={contact} strikable={false} />
        ))}
      </ol>
    </div>
  );
};

const Opinions = () => {
  const { matter } = useMatter();
  const missing = matter.assignments.filter(
    (duty) =>
      duty.role === 'assist' &&
      duty.endedOn === null &&
      !matter.opinions.some((one) => one.assignmentId === duty.id),
  );
  return (
    <div id="opinions">
      {missing.length === 0 ? null : (
        <p className={styles.note}>
          {t('reply.material.missing', { units: listNames(missing.map((duty) => duty.unit.name)) })}
        </p>
      )}
      {matter.opinions.length === 0 ? <Nothing>{m('matter.opinions.none')}</Nothing> : null}
      <ol className={hearings.opinions}>
        {matter.opinions.map((opinion) => (
          <OpinionItem key={opinion.id} opinion={opinion} />
        ))}
      </ol>
    </div>
  );
};

/** What was answered before, and what the proposers said to it: the next round must not repeat it. */
const Earlier = ({ replies }: { readonly replies: readonly Reply[] }) => {
  const { matter } = useMatter();
  const words = useWords();
  return (
    <ul className={styles.earlier}>
      {replies.map((reply) => (
        <li key={reply.id}>
          <h3>
            {reply.unitName} <small>{m('matter.round', { round: reply.round })}</small>
          </h3>
          {matter.ratings
            .filter((rating) => rating.replyId === reply.id && rating.verdict !== null)
            .map((rating) => (
              <blockquote key={rating.id} className={styles.verdict}>
                <b>{rating.proposer.name}</b> {m('matter.rating.attitude')}
                {words.satisfaction(rating.verdict?.attitude ?? '')} · {m('matter.rating.outcome')}
                {words.satisfaction(rating.verdict?.outcome ?? '')}
                {rating.verdict?.reason === '' ? null : <p>{rating.verdict?.reason}</p>}
              </blockquote>
            ))}
          {reply.content === null ? null : <ReplyText content={reply.content} />}
        </li>
      ))}
    </ul>
  );
};

const Original = () => {
  const { matter } = useMatter();
  return matter.body.trim() === '' ? (
    <Nothing>{m('matter.body.none')}</Nothing>
  ) : (
    <div className={matterStyles.prose}>
      {matter.body
        .split(/\n+/)
        .filter((line) => line.trim() !== '')
        .map((line, index) => (
          // Paragraphs of a stored text never move, so their place is their name.
          <p key={`${index} ${line.slice(0, 8)}`}>{line.trim()}</p>
        ))}
    </div>
  );
};

/** What must be weighed while a reply is written, word for word. */
export const useMaterial = (reply: Reply): TabItem[] => {
  const { matter } = useMatter();
  const contacts = matter.contacts.filter(
    (one) => one.assignmentId === reply.assignmentId && one.struck === null,
  );
  const earlier = matter.replies
    .filter((one) => one.id !== reply.id && one.state === 'issued')
    .toSorted((a, b) => b.round - a.round);
  const items: TabItem[] = [
    {
      key: 'contacts',
      label: `${m('matter.contacts')} ${contacts.length}`,
      children: <Contacts reply={reply} />,
    },
  ];
  if (matter.opinionsWanted > 0 || matter.opinions.length > 0)
    items.push({
      key: 'opinions',
      label: `${m('matter.opinions')} ${matter.opinions.length}`,
      children: <Opinions />,
    });
  if (earlier.length > 0)
    items.push({
      key: 'earlier',
      label: `${t('reply.material.earlier')} ${earlier.length}`,
      children: <Earlier replies={earlier} />,
    });
  items.push({ key: 'original', label: t('reply.material.original'), children: <Original /> });
  return items;
};

type MaterialTabsProps = {
  readonly items: TabItem[];
  /** What lies open first. */
  readonly first: TabItem['key'];
};

export const MaterialTabs = ({ items, first }: MaterialTabsProps) => (
  <Tabs className={styles.material} label={t('reply.editor.material')} items={items} first={first} />
);
