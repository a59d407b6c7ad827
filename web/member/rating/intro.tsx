import { memberMessages } from '#contract/messages/member.ts';
import { memberRatingMessages } from '#contract/messages/member-rating.ts';
import { texts } from '#web/shared/language.ts';
import type { IssuedReply, Matter } from '../matter/matter-types.ts';
import { roundsOf } from '../matter/read-matter.ts';
import { paths } from '../routes.ts';
import { ButtonLink } from '../ui/button.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { roundName } from '../ui/round-name.ts';
import styles from './rating.module.css';

const t = texts(memberRatingMessages);
const m = texts(memberMessages);

type IntroProps = {
  readonly matter: Matter;
  readonly reply: IssuedReply;
  readonly steps: number;
  readonly begun: boolean;
  readonly to: string;
};

/** What is coming, how long it is, that one may stop, and who sees it when. */
export const Intro = ({ matter, reply, steps, begun, to }: IntroProps) => {
  const title = t('rate.intro.title', { unit: reply.unitName });
  return (
    <div className={styles.intro}>
      <PageTitle tab={t('rate.title')}>{title}</PageTitle>
      <p lang="zh-CN" className={styles.about}>
        {matter.title}
      </p>
      {roundsOf(matter) > 1 ? <p>{roundName(reply.round)}</p> : null}
      <ul className={styles.promises}>
        <li>{t(matter.points.length > 0 ? 'rate.intro.points' : 'rate.intro.plain', { of: steps })}</li>
        <li>{t('rate.intro.stop')}</li>
        <li>{t('rate.intro.sealed')}</li>
      </ul>
      <ButtonLink look="main" wide href={to}>
        {t(begun ? 'rate.intro.goOn' : 'rate.intro.start')}
      </ButtonLink>
      <ButtonLink wide href={paths.matter(matter.id)}>
        {m('do.back')}
      </ButtonLink>
    </div>
  );
};
