import { importCategories, intakeSetup } from '#contract/intake-setup.ts';
import { ask } from '#web/shared/ask.ts';
import { count } from '#web/shared/format.ts';
import { DataTable } from '#web/shared/ui/data-table.tsx';
import { EmptyState } from '#web/shared/ui/empty-state.tsx';
import { Panel } from '#web/shared/ui/panel.tsx';
import { ProblemAlert } from '#web/shared/ui/problem-alert.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useCommand } from '#web/shared/use-command.ts';
import PlusOutlined from '@ant-design/icons/PlusOutlined';
import UploadOutlined from '@ant-design/icons/UploadOutlined';
import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useRef, useState } from 'react';
import { CategoryDialog } from './intake-dialogs.tsx';
import styles from './setup.module.css';
import { t } from './setup-texts.ts';
import type { IntakeOrgan } from './setup-types.ts';

type Category = IntakeOrgan['categories'][number];
type Open = { readonly organ: IntakeOrgan; readonly category: Category | null; readonly name?: string };

/** A list from a workbook: what the tree has already stays as it is. */
const ImportButton = ({ organ }: { readonly organ: IntakeOrgan }) => {
  const input = useRef<HTMLInputElement>(null);
  const { message } = App.useApp();
  const { run, pending, problem } = useCommand(importCategories, {
    onDone: ({ added, known }) => void message.success(t('intakeSetup.category.imported', { added, known })),
  });
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx,.xls,.csv"
        aria-label={t('intakeSetup.category.import')}
        onChange={(event) => {
          const file = event.target.files?.item(0) ?? null;
          event.target.value = '';
          if (file !== null) void run({ params: { organId: organ.id }, file });
        }}
      />
      <Button icon={<UploadOutlined aria-hidden />} loading={pending} onClick={() => input.current?.click()}>
        {t('intakeSetup.category.import')}
      </Button>
      <ProblemAlert problem={problem} />
    </>
  );
};

/** The tree in its order: each category below its parent. */
const inTree = (
  categories: readonly Category[],
  parentId: number | null = null,
  depth = 0,
): readonly (Category & { readonly depth: number })[] =>
  categories
    .filter((one) => one.parentId === parentId)
    .flatMap((one) => [{ ...one, depth }, ...(depth > 5 ? [] : inTree(categories, one.id, depth + 1))]);

const Tree = ({ organ, onOpen }: { readonly organ: IntakeOrgan; readonly onOpen: (open: Open) => void }) => (
  <DataTable<Category & { readonly depth: number }>
    caption={`${organ.name} · ${t('intakeSetup.categories')}`}
    rows={inTree(organ.categories)}
    rowKey={({ id }) => id}
    columns={[
      {
        key: 'code',
        title: t('intakeSetup.category.code'),
        tight: true,
        render: ({ code }) => code,
      },
      {
        key: 'name',
        title: t('intakeSetup.category.nameZh'),
        names: true,
        render: ({ nameZh, depth }) => `${'　'.repeat(depth)}${nameZh}`,
      },
      { key: 'en', title: t('intakeSetup.category.nameEn'), render: ({ nameEn }) => nameEn },
      {
        key: 'state',
        title: t('intakeSetup.category.state'),
        tight: true,
        render: ({ state }) => t(`intakeSetup.category.state.${state}`),
      },
      {
        key: 'matters',
        title: t('intakeSetup.category.matters'),
        end: true,
        render: ({ matters }) => count(matters),
      },
      {
        key: 'change',
        title: t('intakeSetup.change'),
        render: (category) => (
          <Button
            size="small"
            aria-label={t('intakeSetup.category.change', { name: category.nameZh })}
            onClick={() => onOpen({ organ, category })}
          >
            {t('intakeSetup.change')}
          </Button>
        ),
      },
    ]}
  />
);

const Unknown = ({
  organ,
  onOpen,
}: {
  readonly organ: IntakeOrgan;
  readonly onOpen: (open: Open) => void;
}) =>
  organ.unknown.length === 0 ? null : (
    <div className={styles.unknownWords}>
      <h3>{t('intakeSetup.categories.unknown')}</h3>
      <ul>
        {organ.unknown.slice(0, 30).map(({ name, matters }) => (
          <li key={name}>
            <Button
              size="small"
              aria-label={`${name} ${count(matters)} ${t('intakeSetup.categories.take', { name })}`}
              onClick={() => onOpen({ organ, category: null, name })}
            >
              {name} {count(matters)}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );

/** 类别: the category tree of each organ, by hand or from a list. */
export const CategoriesPart = () => {
  const query = useQuery(ask(intakeSetup));
  const [open, setOpen] = useState<Open | null>(null);
  return (
    <>
      <QueryState query={query} lines={10}>
        {({ organs }) =>
          organs.map((organ) => (
            <Panel
              key={organ.id}
              title={`${organ.name} · ${t('intakeSetup.categories')}`}
              flush
              actions={
                <div className={styles.actions}>
                  <ImportButton organ={organ} />
                  <Button
                    icon={<PlusOutlined aria-hidden />}
                    aria-label={t('intakeSetup.category.addTo', { organ: organ.name })}
                    onClick={() => setOpen({ organ, category: null })}
                  >
                    {t('intakeSetup.category.add')}
                  </Button>
                </div>
              }
            >
              {organ.categories.length === 0 ? (
                <EmptyState title={t('intakeSetup.categories.none')} />
              ) : (
                <Tree organ={organ} onOpen={setOpen} />
              )}
              <Unknown organ={organ} onOpen={setOpen} />
            </Panel>
          ))
        }
      </QueryState>
      {open === null ? null : <CategoryDialog {...open} onClose={() => setOpen(null)} />}
    </>
  );
};
