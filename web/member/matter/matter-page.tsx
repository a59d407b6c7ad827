import { commonMessages } from '#contract/messages/common.ts';
import { memberMessages } from '#contract/messages/member.ts';
import { getMatter } from '#contract/matter.ts';
import { ask } from '#web/shared/ask.ts';
import { texts } from '#web/shared/language.ts';
import { useQuery } from '@tanstack/react-query';
import { paths } from '../routes.ts';
import { useSession } from '../session.ts';
import { ButtonLink } from '../ui/button.tsx';
import { DueLight } from '../ui/due-light.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Section } from '../ui/section.tsx';
import { Answer } from '../ui/waiting.tsx';
import { Why } from '../ui/why.tsx';
import { whereIs } from '../where.ts';
import { Contacts } from './contacts.tsx';
import { JourneyList } from './journey-list.tsx';
import { Letters } from './letters.tsx';
import styles from './matter.module.css';
import type { Matter } from './matter-types.ts';
import { MyRatings } from './my-ratings.tsx';
import { NextSteps } from './next-steps.tsx';
import { Objection } from './objection.tsx';
import { Opinions } from './opinions.tsx';
import { Original } from './original.tsx';
import { Points } from './points.tsx';
import { PutOff } from './put-off.tsx';
import { Together } from './together.tsx';
import { answeringDuties, isBegun, type ToRate, toRate } from './read-matter.ts';

const c = texts(commonMessages);
const t = texts(memberMessages);

const Head = ({ matter, waiting }: { readonly matter: Matter; readonly waiting: number }) => {
  const { kind, caseNo, title, session, stage, owed } = matter;
  const isExplainedBelow = matter.next.some(
    (step) => step.owed?.duty === owed?.duty && step.owed?.date === owed?.date,
  );
  const unit = answeringDuties(matter)
    .map((duty) => duty.unit.name)
    .join(c('say.separator'));
  return (
    <header className={styles.head}>
      <PageLink href={paths.home} className={styles.back}>
        {t('matter.back')}
      </PageLink>
      <p className={styles.number}>
        <strong>{c(`kind.${kind}`)}</strong> {caseNo} · <span lang="zh-CN">{session.name}</span>
      </p>
      <PageTitle tab={`${caseNo} ${title}`} lang="zh-CN">
        {title}
      </PageTitle>
      <p className={styles.where}>{whereIs({ stage, unit, owed, toRate: waiting })}</p>
      <PutOff matter={matter} />
      {owed === null || waiting > 0 ? null : (
        <div>
          <DueLight state={owed.state} />
          {isExplainedBelow ? null : <Why owed={owed} />}
        </div>
      )}
    </header>
  );
};

/** The one thing that a proposer is asked for, before all that he may read. */
const AskedFor = ({ matter, waiting }: { readonly matter: Matter; readonly waiting: readonly ToRate[] }) =>
  waiting.length === 0 ? null : (
    <section className={styles.asked} aria-labelledby="asked">
      <h2 id="asked">{t('matter.next.you')}</h2>
      <p>{t('matter.rate.lead')}</p>
      {waiting.map(({ rating, reply }) => (
        <ButtonLink key={rating.id} look="main" wide href={paths.rate(matter.id, rating.id)}>
          {t(isBegun(rating) ? 'matter.rate.goOn' : 'matter.rate', { unit: reply.unitName })}
        </ButtonLink>
      ))}
      <p className={styles.note}>{t('matter.next.you.noDate')}</p>
    </section>
  );

const Whole = ({ matter }: { readonly matter: Matter }) => {
  const { person } = useSession();
  const waiting = toRate(matter, person.id);
  return (
    <>
      <Head matter={matter} waiting={waiting.length} />
      <AskedFor matter={matter} waiting={waiting} />
      <Together matter={matter} />
      <Section id="where" title={t('matter.where')}>
        <JourneyList matter={matter} personId={person.id} />
      </Section>
      <NextSteps matter={matter} />
      <Objection matter={matter} personId={person.id} />
      <Points matter={matter} personId={person.id} />
      <Letters matter={matter} />
      <Contacts matter={matter} />
      <Opinions matter={matter} />
      <MyRatings matter={matter} personId={person.id} />
      <Original matter={matter} />
    </>
  );
};

/** Everything about one matter, in the order in which its proposer asks. */
export const MatterPage = ({ matterId }: { readonly matterId: number }) => {
  const query = useQuery(ask(getMatter, { params: { matterId } }));
  return (
    <Answer whole query={query}>
      {(matter) => <Whole matter={matter} />}
    </Answer>
  );
};
