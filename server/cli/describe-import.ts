import type { Compared, RowView } from './import-command.ts';

type Language = 'zh' | 'en';

const mostShown = 60;

const line = (row: RowView): string => {
  const place = row.row === row.lastRow ? `${row.row}` : `${row.row}–${row.lastRow}`;
  const said = [
    ...row.issues.filter(({ severity }) => severity === 'error').map(({ message }) => message),
    ...(row.result?.refusals ?? []),
  ];
  return `  ${place}  ${row.title}\n${said.map((one) => `      ${one}\n`).join('')}`;
};

const openNames = (names: Compared['run']['openUnits'], heading: string): string =>
  names.length === 0
    ? ''
    : `${heading}\n${names
        .slice(0, mostShown)
        .map(({ name, group, rows, proposals }) => {
          const near = proposals.map((one) => `${one.name} #${one.id} (${one.score})`).join('，');
          return `  ${name}${group === null ? '' : `（${group}）`} ×${rows}${near === '' ? '' : ` → ${near}`}\n`;
        })
        .join('')}`;

/** What a person at a terminal wants to know of an import: counts, what is wrong, what is undecided, how it ended. */
export const describeImport = ({ run, rows }: Compared, language: Language): string => {
  const zh = language === 'zh';
  const { counts, table, ended, failure, obstacle } = run;
  const columns = (table?.columns ?? [])
    .filter(({ field }) => field !== 'ignored')
    .map(
      ({ letters, header, field }) =>
        `${letters} ${header} → ${table?.fields.find((one) => one.field === field)?.label ?? field}`,
    );
  const sheet = table?.sheets[table.sheet]?.name ?? '';
  const wrong = rows.filter((row) => row.outcome === 'wrong');
  const refused = rows.filter((row) => (row.result?.refusals.length ?? 0) > 0);
  const parts = [
    zh ? `文件：${run.file.name}　工作表：${sheet}` : `File: ${run.file.name}   sheet: ${sheet}`,
    `${zh ? '列' : 'Columns'}: ${columns.join(zh ? '；' : '; ')}`,
    zh
      ? `共 ${counts.total} 行：新增 ${counts.new}，无变化 ${counts.same}，有变化 ${counts.changed}，有错误 ${counts.wrong}`
      : `${counts.total} rows: ${counts.new} new, ${counts.same} the same, ${counts.changed} changed, ${counts.wrong} wrong`,
    ...(table?.issues ?? []).map(({ message }) => message),
  ];
  const listed = [...wrong, ...refused];
  const more =
    listed.length > mostShown
      ? zh
        ? `  另有 ${listed.length - mostShown} 行。\n`
        : `  and ${listed.length - mostShown} more rows.\n`
      : '';
  const end =
    ended === null
      ? ''
      : zh
        ? `已导入：新增 ${ended.created}，更新 ${ended.changed}，交办 ${ended.assigned}，新建人员 ${ended.peopleCreated}，跳过 ${ended.skipped}，未获准的更改 ${ended.refused}（${ended.seconds} 秒）\n`
        : `Imported: ${ended.created} new, ${ended.changed} changed, ${ended.assigned} assigned, ${ended.peopleCreated} people made, ${ended.skipped} skipped, ${ended.refused} changes refused (${ended.seconds} s)\n`;
  const obstacleText = ended === null ? (failure ?? obstacle)?.message : undefined;
  return [
    `${parts.join('\n')}\n`,
    ...listed.slice(0, mostShown).map(line),
    more,
    openNames(run.openUnits, zh ? '待确定的单位：' : 'Units to decide on:'),
    openNames(run.openPeople, zh ? '待确定的人员：' : 'People to decide on:'),
    end,
    obstacleText === undefined ? '' : `${obstacleText}\n`,
  ].join('');
};
