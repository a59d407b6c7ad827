import { useEffect } from 'react';
import { LoadingPage } from './loading-page.tsx';
import { homeFor } from './nav.tsx';
import { useGo } from './page-link.tsx';
import { useSession } from './session.ts';

/** The bare address leads to where this person begins. */
export const HomePage = () => {
  const go = useGo();
  const home = homeFor(useSession());
  useEffect(() => go(home, { replace: true }), [go, home]);
  return <LoadingPage />;
};
