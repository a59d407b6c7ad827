import { PageHead } from '#web/shared/ui/page-head.tsx';
import { useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { paths } from '../paths.ts';
import { AbsentPage } from '../shell/absent-page.tsx';
import { ForbiddenPage } from '../shell/forbidden-page.tsx';
import { PageLink } from '../shell/page-link.tsx';
import { holdsAny, useSession } from '../shell/session.ts';
import { AccountsPart } from './accounts-part.tsx';
import { CityPart } from './city-part.tsx';
import { OrgansPart } from './organs-part.tsx';
import { PeoplePart } from './people-part.tsx';
import styles from './setup.module.css';
import { t } from './setup-texts.ts';
import { TokensPart } from './tokens-part.tsx';
import { UnitsPart } from './units-part.tsx';

const parts = {
  city: <CityPart />,
  organs: <OrgansPart />,
  units: <UnitsPart />,
  people: <PeoplePart />,
  accounts: <AccountsPart />,
  tokens: <TokensPart />,
} as const satisfies Record<string, ReactNode>;

type Part = keyof typeof parts;
const names = Object.keys(parts) as readonly Part[];

const pathOf = (part: Part): string => paths.setup(part === 'city' ? '' : part);

/** `/setup` is the city; `/setup/units` the units; anything else under it does not exist. */
const partAt = (pathname: string): Part | null => {
  const [, , part = 'city', more] = pathname.replace(/\/+$/, '').split('/');
  return more === undefined ? (names.find((name) => name === part) ?? null) : null;
};

/** 设置: what the system administrator sets up. Matters are no part of it (三员分立). */
export const SetupPages = () => {
  const session = useSession();
  const part = partAt(useRouterState({ select: ({ location }) => location.pathname }));
  if (!holdsAny(session, ['system-admin'])) return <ForbiddenPage />;
  if (part === null) return <AbsentPage />;
  return (
    <>
      <PageHead title={t('setup.title')} tab={`${t(`setup.tab.${part}`)} · ${t('setup.title')}`} />
      <nav aria-label={t('setup.tabs')} className={styles.tabs}>
        <ul>
          {names.map((name) => (
            <li key={name}>
              <PageLink
                href={pathOf(name)}
                className={styles.tab}
                {...(name === part ? { 'aria-current': 'page' as const } : {})}
              >
                {t(`setup.tab.${name}`)}
              </PageLink>
            </li>
          ))}
        </ul>
      </nav>
      <div className={styles.page}>{parts[part]}</div>
    </>
  );
};
