/** What a message says: the kind of each notice, the case number, the title; nothing of a draft, nothing of a rating. */
import { absenceMessages } from '#contract/messages/absence.ts';
import { channelMessages } from '#contract/messages/channel.ts';
import { memberMessages } from '#contract/messages/member.ts';
import { fill, type Language, type MessageTable } from '#contract/messages/message.ts';
import { noticeText } from '#contract/messages/notice-text.ts';
import { seeMessages } from '#contract/messages/see.ts';
import type { Actor } from '#core/access.ts';
import type { MessageContent, MessageItem } from '../platform/channels/channel.ts';
import type { ReadNotice } from './recipient.views.ts';

export type Letterhead = {
  readonly place: { readonly name: string; readonly nameEn: string };
  /** Address of the app without a slash at its end; null: not configured. */
  readonly publicUrl: string | null;
};

/** Whoever is only a proposer has his own pages, in his own words. */
const isMember = (actor: Actor): boolean =>
  actor.grants.length > 0 && actor.grants.every((grant) => grant.role === 'proposer');

const kindText = ({ kind, who }: ReadNotice, member: boolean, language: Language): string => {
  const table: MessageTable = member ? memberMessages : seeMessages;
  const { key, params } = noticeText(table, kind, who);
  return fill(table[key] ?? seeMessages['notice.other'], language, params);
};

const textOf = (notice: ReadNotice, member: boolean, language: Language): string => {
  const text = kindText(notice, member, language);
  return notice.for === null
    ? text
    : fill(absenceMessages['acting.notice'], language, { name: notice.for, text });
};

const subjectOf = (
  items: readonly MessageItem[],
  urgent: boolean,
  language: Language,
  place: string,
): string => {
  const [first] = items;
  const key = urgent
    ? 'message.subject.urgent'
    : items.length === 1
      ? 'message.subject.one'
      : 'message.subject.many';
  const text = `${first?.text ?? ''}${first?.caseNo == null ? '' : ` ${first.caseNo}`}`;
  const subject = fill(channelMessages[key], language, { text, count: items.length });
  return fill(channelMessages['message.subject.frame'], language, { subject, place });
};

/** The last that somebody hears of a submission: it has no page for him any more. */
const farewells: readonly string[] = ['submissionSignerRemoved', 'submissionDiscarded'];

const pathOf = (
  { kind, matterId, submissionId }: ReadNotice,
  { actor, member }: { readonly actor: Actor; readonly member: boolean },
  linkTo: (path: string) => string | null,
): string | null => {
  if (matterId !== null) return linkTo(`${member ? '/m' : ''}/matters/${matterId}`);
  if (submissionId === null || farewells.includes(kind)) return null;
  // Whoever looks at submissions has one desk, a member on a panel as well as the office; what one wrote or signed
  // oneself is in the member's pages, whatever else one is.
  const own = !kind.startsWith('intake') && actor.grants.some(({ role }) => role === 'proposer');
  return linkTo(own ? `/m/submissions/${submissionId}` : `/review/${submissionId}`);
};

/** `notices`: of this person, oldest first; not none. */
export const composeMessage = (
  { actor, language }: { readonly actor: Actor; readonly language: Language },
  notices: readonly ReadNotice[],
  urgent: boolean,
  { place, publicUrl }: Letterhead,
): MessageContent => {
  const member = isMember(actor);
  const placeName = language === 'en' && place.nameEn !== '' ? place.nameEn : place.name;
  const linkTo = (path: string): string | null => (publicUrl === null ? null : `${publicUrl}${path}`);
  const items = notices.map(
    (notice): MessageItem => ({
      id: notice.id,
      kind: notice.kind,
      text: textOf(notice, member, language),
      caseNo: notice.caseNo,
      title: notice.title,
      link: pathOf(notice, { actor, member }, linkTo),
      at: notice.at,
    }),
  );
  const [only] = items;
  return {
    language,
    place: placeName,
    person: { id: actor.personId, name: actor.name },
    urgent,
    subject: subjectOf(items, urgent, language, placeName),
    items,
    link: (items.length === 1 ? only?.link : null) ?? linkTo(member ? '/m/notices' : '/notices'),
  };
};

/** What the button of the set-up page sends. */
export const composeTest = (
  actor: Actor,
  language: Language,
  { place, publicUrl }: Letterhead,
  at: string,
): MessageContent => {
  const placeName = language === 'en' && place.nameEn !== '' ? place.nameEn : place.name;
  const text = fill(channelMessages['message.test'], language);
  const item: MessageItem = { id: 0, kind: 'test', text, caseNo: null, title: null, link: null, at };
  return {
    language,
    place: placeName,
    person: { id: actor.personId, name: actor.name },
    urgent: true,
    subject: fill(channelMessages['message.subject.frame'], language, { subject: text, place: placeName }),
    items: [item],
    link: publicUrl,
  };
};
