import { count } from '#web/shared/format.ts';
import { EmptyState } from '#web/shared/ui/empty-state.tsx';
import { Panel } from '#web/shared/ui/panel.tsx';
import { ProblemAlert } from '#web/shared/ui/problem-alert.tsx';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useGo } from '../shell/page-link.tsx';
import { ChangeBar } from './change-bar.tsx';
import styles from './import.module.css';
import { runPath, useImportPlace } from './import-place.ts';
import { t } from './import-texts.ts';
import type { ImportRun, OpenName } from './import-types.ts';
import {
  bodyOf,
  type Choice,
  countNew,
  createOthers,
  keyOf,
  type NameDraft,
  type Side,
  takeBest,
  withChoice,
} from './name-choice.ts';
import { NameCard } from './name-card.tsx';
import { useChoose } from './use-run.ts';

type DraftProps = {
  readonly run: ImportRun;
  readonly draft: NameDraft;
  readonly onDraft: (draft: NameDraft) => void;
};

const pageSize = 50;

type NameListProps = {
  readonly side: Side;
  readonly names: readonly OpenName[];
  readonly draft: NameDraft;
  readonly onChoose: (key: string, choice: Choice | null) => void;
};

/** A long list grows by pages, so that the page stays quick with thousands of names. */
const NameList = ({ side, names, draft, onChoose }: NameListProps) => {
  const [shown, setShown] = useState(pageSize);
  return (
    <>
      <ul className={styles.names}>
        {names.slice(0, shown).map((name) => {
          const key = keyOf(side, name);
          return (
            <NameCard
              key={key}
              side={side}
              name={name}
              choice={draft[key] ?? null}
              onChoose={(choice) => onChoose(key, choice)}
            />
          );
        })}
      </ul>
      {names.length <= shown ? null : (
        <div className={styles.more}>
          <Button onClick={() => setShown(shown + pageSize)}>
            {t('importPage.names.more', { count: count(names.length - shown) })}
          </Button>
        </div>
      )}
    </>
  );
};

type SidesProps = { readonly run: ImportRun; readonly side: Side; readonly onSide: (side: Side) => void };

/** Units or people: one list at a time, for either may be long. */
const Sides = ({ run, side, onSide }: SidesProps) => (
  <fieldset className={styles.chips}>
    <legend className="visually-hidden">{t('importPage.step.names')}</legend>
    {(['unit', 'person'] as const).map((one) => (
      <button
        key={one}
        type="button"
        className={styles.chip}
        aria-pressed={one === side}
        onClick={() => onSide(one)}
      >
        {t(one === 'unit' ? 'importPage.names.side.units' : 'importPage.names.side.people')}
        <strong>{count(one === 'unit' ? run.openUnits.length : run.openPeople.length)}</strong>
      </button>
    ))}
  </fieldset>
);

/** Steps that decide on many names at once; each shows how many before it is pressed. */
const Shortcuts = ({ run, draft, onDraft }: DraftProps) => {
  const best = takeBest(run, draft);
  const others = createOthers(run, draft);
  const [toTake, toCreate] = [countNew(draft, best), countNew(draft, others)];
  if (toTake + toCreate === 0) return null;
  return (
    <div className={styles.row}>
      {toTake === 0 ? null : (
        <Button onClick={() => onDraft(best)}>
          {t('importPage.names.takeBest', { count: count(toTake) })}
        </Button>
      )}
      {toCreate === 0 ? null : (
        <Button onClick={() => onDraft(others)}>
          {t('importPage.names.createAll', { count: count(toCreate) })}
        </Button>
      )}
    </div>
  );
};

type Decided = {
  readonly key: string;
  readonly name: string;
  readonly what: string;
  readonly undo: () => void;
};

const DecidedList = ({
  decided,
  pending,
}: {
  readonly decided: readonly Decided[];
  readonly pending: boolean;
}) =>
  decided.length === 0 ? null : (
    <Panel title={t('importPage.names.decided')} note={t('importPage.names.remembered')}>
      <ul className={styles.decided}>
        {decided.map(({ key, name, what, undo }) => (
          <li key={key}>
            <span>{t('importPage.names.decidedIs', { name, what })}</span>
            <Button
              size="small"
              disabled={pending}
              aria-label={t('importPage.names.takeBackOf', { name })}
              onClick={undo}
            >
              {t('importPage.names.takeBack')}
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  );

const useDecided = (run: ImportRun, command: ReturnType<typeof useChoose>): readonly Decided[] => {
  const given = { params: { importId: run.id }, version: run.version };
  return [
    ...run.decidedUnits.map(({ name, unit }) => ({
      key: keyOf('unit', { name, group: null }),
      name,
      what: unit,
      undo: () => void command.run({ ...given, body: { units: [{ name, unitId: null }] } }),
    })),
    ...run.decidedPeople.map(({ name, group, label }) => ({
      key: keyOf('person', { name, group }),
      name: group === null ? name : `${name} ${group}`,
      what: label,
      undo: () => void command.run({ ...given, body: { people: [{ name, group, person: 'undecided' }] } }),
    })),
  ];
};

/** 单位与人员: every printed name that the directory does not know for sure, once, with what it may be. */
export const NamesStep = (props: DraftProps) => {
  const { run, draft, onDraft } = props;
  const { message } = App.useApp();
  const place = useImportPlace();
  const go = useGo();
  const command = useChoose(() => {
    onDraft({});
    void message.success(t('importPage.checked'));
  });
  const decided = useDecided(run, command);
  const choices = Object.keys(draft).length;
  const { openUnits, openPeople } = run;
  const both = openUnits.length > 0 && openPeople.length > 0;
  const [wanted, setSide] = useState<Side>('unit');
  const side = both ? wanted : openUnits.length > 0 ? 'unit' : 'person';
  const open = side === 'unit' ? openUnits : openPeople;
  const choose = (key: string, choice: Choice | null): void => onDraft(withChoice(draft, key, choice));
  return (
    <>
      <ProblemAlert problem={command.problem} onClose={command.forget} />
      <Shortcuts {...props} />
      {both ? <Sides run={run} side={side} onSide={setSide} /> : null}
      {open.length === 0 ? (
        <Panel>
          <EmptyState title={t('importPage.names.none')} detail={t('importPage.names.none.detail')} />
        </Panel>
      ) : (
        <Panel
          title={t(side === 'unit' ? 'importPage.names.units' : 'importPage.names.people')}
          note={`${t('importPage.names.count', { count: count(open.length) })} · ${t('importPage.names.remembered')}`}
        >
          <NameList key={side} side={side} names={open} draft={draft} onChoose={choose} />
          {side === 'unit' ? <p className={styles.quiet}>{t('importPage.names.askAdmin')}</p> : null}
        </Panel>
      )}
      <DecidedList decided={decided} pending={command.pending} />
      {choices === 0 ? (
        <div className={styles.next}>
          <Button type="primary" size="large" onClick={() => go(runPath(place, run.id, 'rows'))}>
            {t('importPage.next.rows')}
          </Button>
        </div>
      ) : (
        <ChangeBar
          says={t('importPage.apply.changed', { count: count(choices) })}
          apply={t('importPage.names.apply', { count: count(choices) })}
          pending={command.pending}
          onApply={() =>
            void command.run({ params: { importId: run.id }, version: run.version, body: bodyOf(run, draft) })
          }
          onUndo={() => onDraft({})}
        />
      )}
    </>
  );
};
