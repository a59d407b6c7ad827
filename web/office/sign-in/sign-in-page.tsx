import { DocumentTitle } from '#web/shared/document-title.tsx';
import { commonMessages } from '#contract/messages/common.ts';
import { officeMessages } from '#contract/messages/office.ts';
import { currentLanguage, texts } from '#web/shared/language.ts';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useLanguage } from '#web/shared/use-appearance.ts';
import { Navigate } from '@tanstack/react-router';
import { useCallback, useRef, useState } from 'react';
import { paths } from '../paths.ts';
import { settlePreferences } from '../shell/preferences.ts';
import { isOnlyProposer, type Me, type Session, useMe } from '../shell/session.ts';
import { useGo } from '../shell/page-link.tsx';
import { Cover } from './cover.tsx';
import { DemoPeople } from './demo-people.tsx';
import { safeNext } from './safe-next.ts';
import { type Filled, PasswordStep } from './password-step.tsx';
import { SignInSteps } from './sign-in-steps.tsx';
import styles from './sign-in.module.css';

const t = texts(officeMessages);
const c = texts(commonMessages);

const First = ({ me }: { readonly me: Me }) => {
  const [filled, setFilled] = useState<Filled | null>(null);
  const { jurisdiction } = me;
  return (
    <>
      <p className={styles.city}>{currentLanguage() === 'zh' ? jurisdiction.name : jurisdiction.nameEn}</p>
      <h1>{t('signIn.title')}</h1>
      <PasswordStep filled={filled} />
      {jurisdiction.demo ? <DemoPeople chosen={filled?.username} onChoose={setFilled} /> : null}
    </>
  );
};

/** Where someone comes in: the page he wanted, the proposers' pages for one who only proposes, else the workbench. */
export const SignInPage = () => {
  useLanguage();
  const go = useGo();
  const query = useMe();
  const entered = useRef(false);
  const next = safeNext(new URLSearchParams(window.location.search).get('next'));
  const enter = useCallback(
    (session: Session): void => {
      if (entered.current) return;
      entered.current = true;
      settlePreferences(session);
      if (isOnlyProposer(session)) window.location.assign(paths.member());
      else if (next.startsWith(paths.member())) window.location.assign(next);
      else go(next, { replace: true });
    },
    [go, next],
  );
  return (
    <Cover wide>
      <DocumentTitle>{`${t('signIn.title')} · ${c('product.name')}`}</DocumentTitle>
      <QueryState query={query} lines={4}>
        {(me) =>
          !me.signedIn && me.setUpNeeded ? (
            <Navigate to="/first-administrator" replace />
          ) : (
            <SignInSteps me={me} first={<First me={me} />} onComplete={enter} />
          )
        }
      </QueryState>
    </Cover>
  );
};
