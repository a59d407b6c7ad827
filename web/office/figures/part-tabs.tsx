import { figureSnapshots } from '#contract/figures.ts';
import { paths } from '../paths.ts';
import { LinkTabs } from '../shell/link-tabs.tsx';
import { holdsAny, useSession } from '../shell/session.ts';
import { t } from './figure-texts.ts';

const parts = ['catalogue', 'cross', 'frozen', 'published', 'screen'] as const;
type FiguresPart = (typeof parts)[number];

const forOffices: readonly FiguresPart[] = ['frozen', 'published'];

/** The ways between the pages of the figures, as far as one's roles go. */
export const PartTabs = ({ current }: { readonly current: FiguresPart }) => {
  const session = useSession();
  const ofOffice = holdsAny(session, figureSnapshots.access.roles);
  return (
    <LinkTabs
      label={t('figures.parts')}
      tabs={parts
        .filter((one) => ofOffice || !forOffices.includes(one))
        .map((one) => ({
          key: one,
          title: t(`figures.part.${one}`),
          href: paths.figures(one === 'catalogue' ? '' : one),
          current: one === current,
        }))}
    />
  );
};
