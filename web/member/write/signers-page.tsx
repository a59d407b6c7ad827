import { getSubmission, inviteSigners, peopleToInvite, writingForms } from '#contract/submission.ts';
import { memberWritingMessages } from '#contract/messages/member-writing.ts';
import { ask } from '#web/shared/ask.ts';
import { moment } from '#web/shared/format.ts';
import { texts } from '#web/shared/language.ts';
import { useCommand } from '#web/shared/use-command.ts';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { paths } from '../routes.ts';
import { announce } from '../ui/announce.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Section } from '../ui/section.tsx';
import { ProblemBox } from '../ui/trouble.tsx';
import { Answer } from '../ui/waiting.tsx';
import { nameOf } from './device-drafts.ts';
import { SignerList } from './signer-list.tsx';
import { allows } from './allows.ts';
import { useSettled } from './use-settled.ts';
import type { SubmissionPage } from './writing.ts';
import styles from './write.module.css';

const t = texts(memberWritingMessages);

/** `2026-03-21T18:00` in the city's own time, whatever zone the telephone is set to. */
const instantOf = (local: string): string | null =>
  local === '' ? null : new Date(`${local}:00+08:00`).toISOString();

const useInvitation = (page: SubmissionPage) => {
  const [people, setPeople] = useState<readonly { readonly id: number; readonly name: string }[]>([]);
  const [groups, setGroups] = useState<readonly string[]>([]);
  const [until, setUntil] = useState('');
  const [convenor, setConvenor] = useState(false);
  const command = useCommand(inviteSigners, {
    onDone: () => {
      announce(t('invite.done'));
      setPeople([]);
      setGroups([]);
    },
  });
  const send = (): void =>
    void command.run({
      params: { submissionId: page.id },
      body: {
        personIds: people.map(({ id }) => id),
        groups: [...groups],
        role: convenor ? 'convenor' : 'coSigner',
        until: instantOf(until),
      },
    });
  return { people, setPeople, groups, setGroups, until, setUntil, convenor, setConvenor, command, send };
};

type Invitation = ReturnType<typeof useInvitation>;

const Chosen = ({ people, setPeople, groups, setGroups }: Invitation) =>
  people.length + groups.length === 0 ? null : (
    <ul className={styles.chips}>
      {people.map(({ id, name }) => (
        <li key={id}>
          <span>{name}</span>
          <Button
            look="quiet"
            aria-label={t('write.delete.of', { name })}
            onClick={() => setPeople(people.filter((one) => one.id !== id))}
          >
            {t('write.delete')}
          </Button>
        </li>
      ))}
      {groups.map((name) => (
        <li key={name}>
          <span lang="zh-CN">{t('invite.wholeGroup', { name })}</span>
          <Button
            look="quiet"
            aria-label={t('write.delete.of', { name })}
            onClick={() => setGroups(groups.filter((one) => one !== name))}
          >
            {t('write.delete')}
          </Button>
        </li>
      ))}
    </ul>
  );

const Search = ({ page, invitation }: { readonly page: SubmissionPage; readonly invitation: Invitation }) => {
  const { people, setPeople, groups, setGroups } = invitation;
  const id = useId();
  const [words, setWords] = useState('');
  const q = useSettled(words.trim(), 300);
  const { data } = useQuery({
    ...ask(peopleToInvite, { query: { organId: page.organ.id, ...(q === '' ? {} : { q }) } }),
    placeholderData: (before) => before,
  });
  const already = new Set([
    page.author.id,
    ...people.map((one) => one.id),
    ...page.signers
      .filter(({ state, outdated }) => (state === 'invited' || state === 'signed') && !outdated)
      .map(({ person }) => person.id),
  ]);
  const found = q === '' ? [] : (data?.people ?? []).filter((one) => !already.has(one.id)).slice(0, 10);
  return (
    <>
      <label htmlFor={id} className={styles.line}>
        {t('invite.byName')}
      </label>
      <input
        id={id}
        className={styles.field}
        lang="zh-CN"
        autoComplete="off"
        value={words}
        placeholder={t('invite.search')}
        onChange={({ target }) => setWords(target.value)}
      />
      <div role="status">
        {q !== '' && data !== undefined && found.length === 0 ? (
          <p className={styles.note}>{t('invite.nobody')}</p>
        ) : null}
      </div>
      <ul className={styles.found}>
        {found.map((one) => (
          <li key={one.id}>
            <Button
              wide
              onClick={() => {
                setPeople([...people, one]);
                setWords('');
              }}
            >
              ＋ {one.name}{' '}
              <small lang="zh-CN">{[one.group, one.post].filter((part) => part !== '').join(' · ')}</small>
            </Button>
          </li>
        ))}
      </ul>
      <fieldset className={styles.group}>
        <legend>{t('invite.byGroup')}</legend>
        {(data?.groups ?? []).map(({ name, count }) => (
          <label key={name} className={styles.tick}>
            <input
              type="checkbox"
              checked={groups.includes(name)}
              onChange={({ target }) =>
                setGroups(target.checked ? [...groups, name] : groups.filter((one) => one !== name))
              }
            />
            <span lang="zh-CN">{t('invite.group', { name, count })}</span>
          </label>
        ))}
      </fieldset>
    </>
  );
};

const Invite = ({ page }: { readonly page: SubmissionPage }) => {
  const invitation = useInvitation(page);
  const forms = useQuery({ ...ask(writingForms), staleTime: 600_000 });
  const days = forms.data?.items.find(({ organ }) => organ.id === page.organ.id)?.openDays;
  const until = useId();
  const nobody = invitation.people.length + invitation.groups.length === 0;
  return (
    <Section id="invite" title={t('invite.title')}>
      <Search page={page} invitation={invitation} />
      <Chosen {...invitation} />
      {page.proposerType === 'individual' ? null : (
        <label className={styles.tick}>
          <input
            type="checkbox"
            checked={invitation.convenor}
            onChange={({ target }) => invitation.setConvenor(target.checked)}
          />
          {t('invite.convenor')}
        </label>
      )}
      <label htmlFor={until} className={styles.line}>
        {t('invite.until')}
      </label>
      <input
        id={until}
        className={styles.field}
        type="datetime-local"
        value={invitation.until}
        onChange={({ target }) => invitation.setUntil(target.value)}
      />
      <p className={styles.note}>
        {days === undefined ? t('invite.until.rule') : t('invite.until.days', { days })}
      </p>
      <ProblemBox problem={invitation.command.problem} />
      <Button look="main" wide disabled={nobody} busy={invitation.command.pending} onClick={invitation.send}>
        {t('invite.send')}
      </Button>
      {nobody ? <p className={styles.note}>{t('invite.chooseFirst')}</p> : null}
    </Section>
  );
};

const Whole = ({ page }: { readonly page: SubmissionPage }) => (
  <>
    <div>
      <PageTitle tab={t('signers.title')}>{t('signers.title')}</PageTitle>
      <p lang="zh-CN">{page.text.title}</p>
    </div>
    {page.counts.outdated === 0 ? null : (
      <p className={styles.warning}>{t('signers.again', { count: page.counts.outdated })}</p>
    )}
    <p>
      {page.signers.length === 0 ? null : t('signers.counts', { ...page.counts })}
      {page.gatherUntil === null ? null : ` · ${t('signers.until', { at: moment(page.gatherUntil) })}`}
    </p>
    <SignerList page={page} removable={allows(page, 'removeSigner')} />
    {allows(page, 'invite') ? <Invite page={page} /> : null}
    <ButtonLink
      wide
      href={allows(page, 'edit') ? paths.write(nameOf(page.id), 'check') : paths.submission(page.id)}
    >
      {t('signers.back')}
    </ButtonLink>
  </>
);

/** 联名: who is asked, who has answered. */
export const SignersPage = ({ submissionId }: { readonly submissionId: number }) => {
  const query = useQuery(ask(getSubmission, { params: { submissionId } }));
  return (
    <Answer whole query={query}>
      {(page) => <Whole page={page} />}
    </Answer>
  );
};
