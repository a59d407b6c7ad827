import { standWord } from '#contract/assign-round.ts';
import { type Column, DataTable, type Selection } from '#web/shared/ui/data-table.tsx';
import { Button } from 'antd';
import type { DragEvent, ReactNode } from 'react';
import styles from './assign-round.module.css';
import { ProposalLines } from './proposal-lines.tsx';
import { RecommendedUnits } from './recommended-units.tsx';
import { t } from './round-texts.ts';
import type { Proposal, Round, RoundRow } from './round-types.ts';
import { dragMark } from './unit-rail.tsx';
import type { RecommendedUnit } from './use-recommendations.ts';

type RoundTableProps = {
  readonly rows: readonly RoundRow[];
  readonly state: Round['state'];
  readonly roleName: (code: string) => string;
  readonly recommended: ReadonlyMap<number, readonly RecommendedUnit[]>;
  readonly selection?: Selection<RoundRow>;
  readonly foot: ReactNode;
  readonly onRead: (row: RoundRow) => void;
  readonly onAnswer: (row: RoundRow, proposal: Proposal, how: 'accept' | 'object') => void;
  readonly onKeep?: (proposal: Proposal) => void;
  readonly onPropose?: (row: RoundRow, unitId: number) => void;
  readonly onTake?: (row: RoundRow) => void;
  readonly onDrag?: (row: RoundRow) => void;
};

/** Picks the row up for the mouse; whatever is chosen goes with it. */
const Handle = ({ row, onDrag }: { readonly row: RoundRow; readonly onDrag: (row: RoundRow) => void }) => (
  <span
    className={styles.handle}
    draggable
    aria-hidden="true"
    title={t('round.drag', { name: row.caseNo })}
    onDragStart={(event: DragEvent) => {
      event.dataTransfer.setData('text/plain', dragMark);
      event.dataTransfer.effectAllowed = 'copy';
      onDrag(row);
    }}
  >
    ⠿
  </span>
);

const columnsOf = (props: RoundTableProps): readonly Column<RoundRow>[] => {
  const { state, roleName, recommended, onRead, onAnswer, onKeep, onPropose, onTake, onDrag } = props;
  const standColumn: Column<RoundRow> = {
    key: 'stand',
    title: t('round.stand'),
    tight: true,
    render: (row) => {
      const stand = row.assignedAt === null ? row.stand : 'assigned';
      return (
        <span className={styles.stand} data-stand={stand}>
          {t(`round.stand.${standWord(stand, state)}`)}
        </span>
      );
    },
  };
  return [
    {
      key: 'matter',
      title: t('round.matter'),
      names: true,
      minWidth: 200,
      render: (row) => (
        <div>
          {onDrag !== undefined && row.assignedAt === null ? <Handle row={row} onDrag={onDrag} /> : null}
          <strong>{row.caseNo}</strong> {row.title}
          <div className={styles.meta}>{row.proposers}</div>
          <Button
            size="small"
            type="link"
            aria-label={`${t('round.read')} ${row.caseNo}`}
            onClick={() => onRead(row)}
          >
            {t('round.read')}
          </Button>
        </div>
      ),
    },
    {
      key: 'units',
      title: t('round.units'),
      minWidth: 240,
      render: (row) => (
        <ProposalLines
          row={row}
          roleName={roleName}
          asked={state !== 'draft'}
          onAnswer={(proposal, how) => onAnswer(row, proposal, how)}
          {...(onKeep === undefined || row.assignedAt !== null ? {} : { onKeep })}
          {...(onPropose === undefined || row.assignedAt !== null
            ? {}
            : { onPropose: (unitId: number) => onPropose(row, unitId) })}
        />
      ),
    },
    ...(onTake !== undefined
      ? [
          {
            key: 'recommended',
            title: t('round.recommended'),
            minWidth: 180,
            render: (row: RoundRow) =>
              row.assignedAt === null ? (
                <RecommendedUnits
                  units={recommended.get(row.matterId)}
                  roleName={roleName}
                  caseNo={row.caseNo}
                  onTake={() => onTake(row)}
                />
              ) : (
                <span className={styles.meta}>{t('round.stand.assigned')}</span>
              ),
          },
        ]
      : []),
    standColumn,
  ];
};

/** The matters of a round: what is proposed for each, what the units say, and how it stands. */
export const RoundTable = (props: RoundTableProps) => (
  <DataTable<RoundRow>
    caption={t('round.table')}
    columns={columnsOf(props)}
    rows={props.rows}
    rowKey={({ matterId }) => matterId}
    {...(props.selection === undefined ? {} : { selection: props.selection })}
    foot={props.foot}
  />
);
