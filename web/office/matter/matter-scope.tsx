import { DocumentTitle } from '#web/shared/document-title.tsx';
import { getMatter } from '#contract/matter.ts';
import { reference } from '#contract/see.ts';
import { ask } from '#web/shared/ask.ts';
import { useLanguage } from '#web/shared/use-appearance.ts';
import { ErrorState } from '#web/shared/ui/error-state.tsx';
import { LoadingState } from '#web/shared/ui/loading-state.tsx';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { MatterContext } from './matter-context.ts';
import type { MatterDialog } from './matter-dialog.ts';
import { MatterDialogs } from './matter-dialogs.tsx';
import { t } from './matter-texts.ts';

type MatterScopeProps = { readonly matterId: number; readonly children: ReactNode };

/** Loads a matter and the words of its ruleset, and holds the dialogs that act on it. */
export const MatterScope = ({ matterId, children }: MatterScopeProps) => {
  useLanguage();
  const matter = useQuery(ask(getMatter, { params: { matterId } }));
  const words = useQuery({ ...ask(reference), staleTime: 300_000 });
  const [dialog, open] = useState<MatterDialog | null>(null);
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
      {dialog === null ? null : <MatterDialogs dialog={dialog} onClose={() => open(null)} />}
    </MatterContext>
  );
};
