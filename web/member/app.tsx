import { ApiProblem } from '#web/shared/api.ts';
import { newQueryClient } from '#web/shared/ask.ts';
import { useLanguage } from '#web/shared/use-appearance.ts';
import { QueryClientProvider } from '@tanstack/react-query';
import { Component, lazy, type ReactNode, Suspense } from 'react';
import { HomePage } from './home/home-page.tsx';
import { MatterPage } from './matter/matter-page.tsx';
import { usePath, useRoute } from './navigate.ts';
import { NoticesPage } from './notices/notices-page.tsx';
import { ChoosePage } from './rating/choose-page.tsx';
import { RatePage } from './rating/rate-page.tsx';
import { RatedPage } from './rating/rated-page.tsx';
import { paths, type Route } from './routes.ts';
import { askMe } from './session.ts';
import { SessionOpinionsPage } from './session-opinions/session-opinions-page.tsx';
import { SettingsPage } from './settings/settings-page.tsx';
import { AbsentPage } from './shell/absent-page.tsx';
import { Gate } from './shell/gate.tsx';
import { Shell } from './shell/shell.tsx';
import { Fault } from './ui/trouble.tsx';
import { Waiting } from './ui/waiting.tsx';

/** A session that ended is noticed by whatever was asked first; `me` then says so, and the gate asks to sign in. */
const client = newQueryClient((fault) => {
  if (!(fault instanceof ApiProblem)) return;
  const { code } = fault.problem;
  if (code === 'sign-in-required' || code === 'session-limited')
    void client.invalidateQueries({ queryKey: askMe.queryKey });
});

/** Writing is a piece of its own: whoever comes to rate does not wait for it. */
const WritingPages = lazy(async () => ({
  default: (await import('./write/writing-pages.tsx')).WritingPages,
}));

/** A page that fails while it is drawn leaves the frame around it standing. */
class Safe extends Component<{ readonly children: ReactNode }, { readonly fault: unknown }> {
  override state: { readonly fault: unknown } = { fault: null };
  static getDerivedStateFromError(fault: unknown) {
    return { fault };
  }
  override render() {
    return this.state.fault === null ? this.props.children : <Fault whole fault={this.state.fault} />;
  }
}

const Page = () => {
  const route = useRoute();
  switch (route.page) {
    case 'home':
      return <HomePage />;
    case 'notices':
      return <NoticesPage />;
    case 'settings':
      return <SettingsPage />;
    case 'session-opinions':
      return <SessionOpinionsPage />;
    case 'matter':
      return <MatterPage key={route.matterId} matterId={route.matterId} />;
    case 'choose':
      return <ChoosePage matterId={route.matterId} />;
    case 'rate':
      return <RatePage key={route.ratingId} {...route} />;
    case 'rated':
      return <RatedPage key={route.ratingId} {...route} />;
    case 'submissions':
    case 'begin':
    case 'write':
    case 'submission':
    case 'signers':
    case 'sign':
      return (
        <Suspense fallback={<Waiting />}>
          <WritingPages route={route} />
        </Suspense>
      );
    case 'absent':
      return <AbsentPage />;
    default: {
      const forgotten: never = route;
      return forgotten;
    }
  }
};

/** The steps of one rating, and of one draft, are one page. */
const placeOf = (route: Route, path: string): string => {
  if (route.page === 'rate') return paths.rate(route.matterId, route.ratingId);
  return route.page === 'write' ? paths.write('') : path;
};

/** Drawn anew as a whole when the language changes. */
const Pages = () => {
  useLanguage();
  const route = useRoute();
  const path = usePath();
  const place = placeOf(route, path);
  return (
    <Gate>
      <Shell>
        <Safe key={place}>
          <Page />
        </Safe>
      </Shell>
    </Gate>
  );
};

export const App = () => (
  <QueryClientProvider client={client}>
    <Pages />
  </QueryClientProvider>
);
