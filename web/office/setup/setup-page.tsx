import { PageHead } from '#web/shared/ui/page-head.tsx';
import { useRouterState } from '@tanstack/react-router';
import { type ComponentType, type RefObject, useEffect, useRef } from 'react';
import { paths } from '../paths.ts';
import { AbsentPage } from '../shell/absent-page.tsx';
import { ForbiddenPage } from '../shell/forbidden-page.tsx';
import { PageLink } from '../shell/page-link.tsx';
import { holdsAny, useSession } from '../shell/session.ts';
import { AccountsPart } from './accounts-part.tsx';
import { ChannelsPart } from './channels-part.tsx';
import { CalendarPart } from './calendar-part.tsx';
import { CategoriesPart } from './categories-part.tsx';
import { CityPart } from './city-part.tsx';
import { ImportPart } from './import-part.tsx';
import { OrgansPart } from './organs-part.tsx';
import { PanelsPart } from './panels-part.tsx';
import { PeoplePart } from './people-part.tsx';
import styles from './setup.module.css';
import { t } from './setup-texts.ts';
import { TokensPart } from './tokens-part.tsx';
import { UnitsPart } from './units-part.tsx';

type PartProps = { readonly rest: string };

const parts = {
  city: CityPart,
  organs: OrgansPart,
  panels: PanelsPart,
  categories: CategoriesPart,
  calendar: CalendarPart,
  units: UnitsPart,
  people: PeoplePart,
  accounts: AccountsPart,
  tokens: TokensPart,
  channels: ChannelsPart,
  import: ImportPart,
} as const satisfies Record<string, ComponentType<PartProps>>;

type Part = keyof typeof parts;
const names = Object.keys(parts) as readonly Part[];

const pathOf = (part: Part): string => paths.setup(part === 'city' ? '' : part);

/**
 * The supervising office changes the calendar, the office of an organ what its review needs; everything else is the
 * administrator's alone.
 */
const partsFor = (session: Parameters<typeof holdsAny>[0]): readonly Part[] => {
  if (holdsAny(session, ['system-admin'])) return names;
  const own: Part[] = [];
  if (holdsAny(session, ['congress-office', 'cppcc-office'])) own.push('panels', 'categories');
  if (holdsAny(session, ['supervisor'])) own.push('calendar');
  return own;
};

/** `/setup` is the city; `/setup/units` the units; `/setup/import/7` an import. Anything else does not exist. */
const partAt = (pathname: string, home: Part): { readonly part: Part; readonly rest: string } | null => {
  const [, , given = home, ...more] = pathname.replace(/\/+$/, '').split('/');
  const part = names.find((name) => name === given);
  return part === undefined || (more.length > 0 && part !== 'import' && part !== 'calendar')
    ? null
    : { part, rest: more.join('/') };
};

/** On a phone the tabs are wider than the window: the one that one is on is brought into it. */
const useCurrentInView = (part: Part | undefined): RefObject<HTMLUListElement | null> => {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (part === undefined) return;
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }, [part]);
  return list;
};

/** 设置: what the system administrator sets up. Matters are no part of it (三员分立). */
export const SetupPages = () => {
  const session = useSession();
  const offered = partsFor(session);
  const pathname = useRouterState({ select: ({ location }) => location.pathname });
  const at = partAt(pathname, offered[0] ?? 'city');
  const tabs = useCurrentInView(at?.part);
  if (offered.length === 0) return <ForbiddenPage />;
  if (at === null) return <AbsentPage />;
  if (!offered.includes(at.part)) return <ForbiddenPage />;
  const { part, rest } = at;
  const Content = parts[part];
  return (
    <>
      {rest === '' ? (
        <PageHead title={t('setup.title')} tab={`${t(`setup.tab.${part}`)} · ${t('setup.title')}`} />
      ) : null}
      <nav aria-label={t('setup.tabs')} className={styles.tabs}>
        <ul ref={tabs}>
          {offered.map((name) => (
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
      <div className={styles.page}>
        <Content rest={rest} />
      </div>
    </>
  );
};
