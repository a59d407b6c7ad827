import { memberMessages } from '#contract/messages/member.ts';
import { replyLetter, replyPreview } from '#contract/reply.ts';
import { addressOf } from '#web/shared/api.ts';
import { ask } from '#web/shared/ask.ts';
import { pick, texts } from '#web/shared/language.ts';
import { useReference } from '#web/shared/use-reference.ts';
import { useQuery } from '@tanstack/react-query';
import { useLayoutEffect, useRef, useState } from 'react';
import { shortDate } from '../dates.ts';
import { Button, OuterLink } from '../ui/button.tsx';
import { More } from '../ui/more.tsx';
import { roundName } from '../ui/round-name.ts';
import { Section } from '../ui/section.tsx';
import { Answer } from '../ui/waiting.tsx';
import styles from './matter.module.css';
import type { IssuedReply, Matter } from './matter-types.ts';
import { issuedReplies, roundsOf } from './read-matter.ts';

const t = texts(memberMessages);

const pictureOf = (svg: string): string => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;

/** Width of a page as a share of the column: a whole page at a glance, up to print that is easy to read. */
const widths = [100, 170, 260] as const;

/** The letter as it was printed, page by page, to be moved about and made larger. */
const Pages = ({ replyId }: { readonly replyId: number }) => {
  const query = useQuery({ ...ask(replyPreview, { params: { replyId } }), staleTime: 600_000 });
  const [size, setSize] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  // Margins are left out of view first: the middle of the page stays in the middle.
  const width = widths[size] ?? 100;
  useLayoutEffect(() => {
    const { current } = box;
    if (current !== null) current.scrollLeft = (current.clientWidth * (width - 100)) / 200;
  }, [width]);
  return (
    <Answer query={query}>
      {({ pages }) => (
        <div className={styles.letterPages}>
          <div className={styles.buttons}>
            <Button disabled={size === widths.length - 1} onClick={() => setSize(size + 1)}>
              {t('letters.bigger')}
            </Button>
            <Button disabled={size === 0} onClick={() => setSize(size - 1)}>
              {t('letters.smaller')}
            </Button>
          </div>
          <div ref={box} className={styles.pages}>
            {pages.map((svg, index) => (
              <button
                key={`${index + 1}`}
                type="button"
                style={{ width: `${width}%` }}
                onClick={() => setSize((size + 1) % widths.length)}
              >
                <img src={pictureOf(svg)} alt={t('letters.page', { page: index + 1, total: pages.length })} />
              </button>
            ))}
          </div>
        </div>
      )}
    </Answer>
  );
};

const ContactPerson = ({ content }: Pick<IssuedReply, 'content'>) =>
  content.contactPerson === '' ? null : (
    <p className={styles.buttons}>
      <span>
        {t('letters.contact')} <strong lang="zh-CN">{content.contactPerson}</strong>
      </span>
      {content.contactPhone === '' ? null : (
        <OuterLink href={`tel:${content.contactPhone.replace(/[^\d+]/g, '')}`}>
          {t('letters.call', { phone: content.contactPhone })}
        </OuterLink>
      )}
    </p>
  );

type Recorded = Matter['assignments'][number]['afterReply'][number];

const afterText = (one: Recorded): string => {
  if (one.duty === 'followUp') return t('letters.reported', { on: shortDate(one.on), text: one.text });
  return one.place === null
    ? t('letters.notPublic', { reason: one.reason })
    : t('letters.published', { on: shortDate(one.on), place: one.place });
};

type LetterProps = {
  readonly reply: IssuedReply;
  readonly rounds: number;
  /** Where it was published, and what was reported of its promises. */
  readonly after: readonly Recorded[];
};

const Letter = ({ reply, rounds, after }: LetterProps) => {
  const [open, setOpen] = useState(false);
  const { data } = useReference();
  const { unitName, documentNo, issuedOn, resultClass, round, content } = reply;
  const result = data?.ruleset.resultClasses.find(({ code }) => code === resultClass);
  return (
    <li className={styles.letter}>
      <h3 lang="zh-CN">{unitName}</h3>
      <p className={styles.by}>
        {rounds > 1 ? <b>{roundName(round)}</b> : null}
        {documentNo === null ? null : <span lang="zh-CN">{documentNo}</span>}
        {issuedOn === null ? null : <span>{shortDate(issuedOn)}</span>}
      </p>
      {result === undefined ? null : <p>{t('letters.result', { name: pick(result.name) })}</p>}
      {after.map((one) => (
        <p key={`${one.duty} ${one.on} ${one.recordedOn}`} lang="zh-CN">
          {afterText(one)}
        </p>
      ))}
      <div className={styles.buttons}>
        <Button
          aria-expanded={open}
          aria-label={open ? undefined : t('letters.lookOf', { unit: unitName })}
          onClick={() => setOpen(!open)}
        >
          {t(open ? 'letters.fold' : 'letters.look')}
        </Button>
        <OuterLink
          href={addressOf(replyLetter, { replyId: reply.id }, { format: 'pdf' })}
          aria-label={t('letters.pdfOf', { unit: unitName })}
          target="_blank"
          rel="noreferrer"
        >
          {t('letters.pdf')}
        </OuterLink>
      </div>
      {open ? <Pages replyId={reply.id} /> : null}
      <More summary={t('letters.text')}>
        <p lang="zh-CN" className={styles.words}>
          {content.opening}
        </p>
        <p lang="zh-CN" className={styles.words}>
          {content.closing}
        </p>
      </More>
      <ContactPerson content={content} />
    </li>
  );
};

/** 答复函: one of each unit and round, to see as printed, to keep, and with whom to talk about it. */
export const Letters = ({ matter }: { readonly matter: Matter }) => {
  const replies = issuedReplies(matter);
  const rounds = roundsOf(matter);
  return (
    <Section id="letters" title={t('letters.title')}>
      {replies.length === 0 ? (
        <p className={styles.note}>{t(matter.merging?.into == null ? 'letters.none' : 'letters.there')}</p>
      ) : (
        <ul className={styles.letters}>
          {replies.map((reply) => (
            <Letter
              key={reply.id}
              reply={reply}
              rounds={rounds}
              after={
                matter.assignments
                  .find(({ id }) => id === reply.assignmentId)
                  ?.afterReply.filter(({ round }) => round === reply.round) ?? []
              }
            />
          ))}
        </ul>
      )}
    </Section>
  );
};
