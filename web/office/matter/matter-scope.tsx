import { DocumentTitle } from '#web/shared/document-title.tsx';
import { getMatter } from '#contract/matter.ts';
import { reference } from '#contract/see.ts';
import { ask } from '#web/shared/ask.ts';
import { useLanguage } from '#web/shared/use-appearance.ts';
import { ErrorState } from '#web/shared/ui/error-state.tsx';
import { LoadingState } from '#web/shared/ui/loading-state.tsx';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import { MatterContext } from './matter-context.ts';
import type { MatterDialog } from './matter-dialog.ts';
import { MatterDialogs } from './matter-dialogs.tsx';
import { t } from './matter-texts.ts';

/** At most one dialog at a time; when it closes, the focus goes back to what opened it, or to the page if that is gone. */
const useOneDialog = () => {
  const [dialog, setDialog] = useState<MatterDialog | null>(null);
  const opener = useRef<Element | null>(null);
  const open = useCallback((next: MatterDialog): void => {
    opener.current = document.activeElement;
    setDialog(next);
  }, []);
  const close = useCallback((): void => {
    setDialog(null);
    requestAnimationFrame(() => {
      const back = opener.current;
      const target =
        back instanceof HTMLElement && back.isConnected ? back : document.getElementById('content');
      target?.focus({ preventScroll: true });
    });
  }, []);
  return { dialog, open, close };
};

type MatterScopeProps = { readonly matterId: number; readonly children: ReactNode };

/** Loads a matter and the words of its ruleset, and holds the dialogs that act on it. */
export const MatterScope = ({ matterId, children }: MatterScopeProps) => {
  useLanguage();
  const matter = useQuery(ask(getMatter, { params: { matterId } }));
  const words = useQuery({ ...ask(reference), staleTime: 300_000 });
  const { dialog, open, close } = useOneDialog();
  const scope = useMemo(
    () =>
      matter.data === undefined || words.data === undefined
        ? null
        : { matter: matter.data, reference: words.data, open },
    [matter.data, words.data, open],
  );
  if (scope === null) {
    const fault = matter.error ?? words.error;
    const retry = (): void => void Promise.all([matter.refetch(), words.refetch()]);
    return (
      <>
        <DocumentTitle>{t('matter.untitled')}</DocumentTitle>
        <h1 className="visually-hidden">{t('matter.untitled')}</h1>
        {fault === null ? <LoadingState lines={14} /> : <ErrorState fault={fault} onRetry={retry} />}
      </>
    );
  }
  return (
    <MatterContext value={scope}>
      {children}
      {dialog === null ? null : <MatterDialogs dialog={dialog} onClose={close} />}
    </MatterContext>
  );
};
