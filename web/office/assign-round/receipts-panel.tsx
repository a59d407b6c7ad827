import { handOverReceipt, roundReceipts } from '#contract/assign-round.ts';
import { signForInBulk } from '#contract/assignment.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { addressOf } from '#web/shared/api.ts';
import { ask } from '#web/shared/ask.ts';
import { count, fullDate } from '#web/shared/format.ts';
import { CommandButton } from '#web/shared/ui/command-button.tsx';
import { type Column, DataTable } from '#web/shared/ui/data-table.tsx';
import { EmptyState } from '#web/shared/ui/empty-state.tsx';
import { Panel } from '#web/shared/ui/panel.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useCommand } from '#web/shared/use-command.ts';
import { useQuery } from '@tanstack/react-query';
import styles from './assign-round.module.css';
import { t } from './round-texts.ts';
import type { Round } from './round-types.ts';

type Receipt = ResponseOf<typeof roundReceipts>['items'][number];

const Sign = ({ receipt }: { readonly receipt: Receipt }) => {
  const command = useCommand(signForInBulk);
  return receipt.toSign.length === 0 ? null : (
    <CommandButton command={command} given={() => ({ body: { assignmentIds: [...receipt.toSign] } })}>
      {t('round.receipts.sign', { count: receipt.toSign.length })}
    </CommandButton>
  );
};

const columns = (round: Round): readonly Column<Receipt>[] => [
  { key: 'unit', title: t('round.unit'), names: true, render: ({ unit }) => unit.name },
  {
    key: 'handed',
    title: t('round.receipts.handedOver'),
    end: true,
    render: ({ handedOver }) => count(handedOver),
  },
  { key: 'signed', title: t('round.receipts.signed'), end: true, render: ({ signed }) => count(signed) },
  {
    key: 'missing',
    title: t('round.receipts.missing'),
    end: true,
    render: ({ handedOver, signed }) => (
      <span className={styles.says} data-tone={handedOver > signed ? 'no' : 'yes'}>
        {count(handedOver - signed)}
      </span>
    ),
  },
  {
    key: 'by',
    title: t('round.receipts.signBy'),
    tight: true,
    render: ({ signBy }) => (signBy === null ? '—' : fullDate(signBy)),
  },
  {
    key: 'paper',
    title: t('round.receipts.paper'),
    render: (receipt) => (
      <span className={styles.buttons}>
        {(['pdf', 'docx'] as const).map((format) => (
          <a
            key={format}
            href={addressOf(handOverReceipt, { roundId: round.id, unitId: receipt.unit.id }, { format })}
            aria-label={`${t('round.receipts.paper')} ${receipt.unit.name} ${format.toUpperCase()}`}
            download
          >
            {format.toUpperCase()}
          </a>
        ))}
        <Sign receipt={receipt} />
      </span>
    ),
  },
];

/** 交接单: what each unit was handed, whether it has signed, and the paper to sign. */
export const ReceiptsPanel = ({ round }: { readonly round: Round }) => {
  const query = useQuery(ask(roundReceipts, { params: { roundId: round.id } }));
  return (
    <Panel flush title={t('round.receipts')} note={t('round.receipts.what')}>
      <QueryState query={query} lines={4}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('round.receipts.none')} />
          ) : (
            <DataTable<Receipt>
              caption={t('round.receipts')}
              rows={items}
              rowKey={({ unit }) => unit.id}
              columns={columns(round)}
            />
          )
        }
      </QueryState>
    </Panel>
  );
};
