import { chooseForImport, confirmImport, getImport } from '#contract/import.ts';
import { ask } from '#web/shared/ask.ts';
import { currentLanguage } from '#web/shared/language.ts';
import { useCommand } from '#web/shared/use-command.ts';
import { useQuery } from '@tanstack/react-query';

const stale = ['getImport', 'imports'] as const;

/** One import without its rows; while it runs, asked again every second. Its sentences come in the page's language. */
export const useRun = (importId: number) => {
  const options = ask(getImport, { params: { importId }, query: { limit: 0 } });
  return useQuery({
    ...options,
    queryKey: [...options.queryKey, currentLanguage()] as unknown as typeof options.queryKey,
    select: ({ run }) => run,
    refetchInterval: ({ state }) => (state.data?.run.state === 'running' ? 1_000 : false),
  });
};

/** Corrects and compares anew; nothing is written. */
export const useChoose = (onDone?: () => void) =>
  useCommand(chooseForImport, { refreshes: stale, ...(onDone === undefined ? {} : { onDone }) });

export const useConfirm = (onDone: () => void) => useCommand(confirmImport, { refreshes: stale, onDone });
