import { questionOf, renderReport, rowsPath } from '#contract/report-view.ts';
import { PageLink } from '../shell/page-link.tsx';
import type { Content, Report } from './report-texts.ts';
import styles from './reports.module.css';

type Rendered = ReturnType<typeof renderReport>[number]['blocks'][number];
export type RenderedTable = Extract<Rendered, { kind: 'table' }>;

/** A table without a caption is named by its columns. */
const nameOf = ({ caption, head }: RenderedTable): string =>
  caption.trim() === '' ? head.filter((words) => words !== '').join('、') : caption;

export const PaperTable = ({ table }: { readonly table: RenderedTable }) => (
  <div className={styles.sheet} tabIndex={0} role="region" aria-label={nameOf(table)}>
    <table>
      {table.caption === '' ? null : <caption>{table.caption}</caption>}
      <thead>
        <tr>
          {table.head.map((words, at) => (
            <th key={`${at}-${words}`} scope="col">
              {words === '' ? <span className="visually-hidden">{nameOf(table)}</span> : words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map(({ key, cells }) => (
          <tr key={key ?? 'total'}>
            {cells.map((words, at) => (
              <td key={`${key ?? 'total'}-${table.head[at] ?? at}`}>{words}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
    {table.notes.map((note) => (
      <p key={note} className={styles.quiet}>
        {note}
      </p>
    ))}
  </div>
);

/** Where the rows of each field are. */
const addressesOf = (report: Report, content: Content): ReadonlyMap<string, string> =>
  new Map(
    content.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.kind === 'paragraph'
          ? block.runs.flatMap((run) =>
              'field' in run
                ? [
                    [
                      run.field.key,
                      rowsPath(
                        questionOf(report.scope, content.asOf, run.field),
                        run.field.part === 'denominator' ? 'denominator' : 'numerator',
                      ),
                    ] as const,
                  ]
                : [],
            )
          : [],
      ),
    ),
  );

const Shown = ({
  block,
  addresses,
}: {
  readonly block: Rendered;
  readonly addresses: ReadonlyMap<string, string>;
}) => {
  if (block.kind === 'table') return <PaperTable table={block} />;
  if (block.kind === 'examples')
    return (
      <>
        {block.items.map(({ matterId, caseNo, title, units, done }) => (
          <p key={matterId}>
            {caseNo}《{title}》{units.length === 0 ? '' : `（${units.join('、')}）`}
            {done === '' ? '' : `\n${done}`}
          </p>
        ))}
      </>
    );
  return (
    <p>
      {block.runs.map(({ text, field }, at) => {
        const address = field === null ? undefined : addresses.get(field);
        return address === undefined ? (
          text
        ) : (
          <PageLink key={field ?? at} href={address}>
            {text}
          </PageLink>
        );
      })}
    </p>
  );
};

/** The report as it is read and printed: every number leads to its rows. */
export const ReportPreview = ({
  report,
  content,
}: {
  readonly report: Report;
  readonly content: Content;
}) => {
  const addresses = addressesOf(report, content);
  return (
    <article className={styles.paper} lang={report.language === 'zh' ? 'zh-CN' : 'en'}>
      <p className={styles.paperTitle}>{content.title}</p>
      {renderReport(content, report).map(({ key, heading, blocks }) => (
        <section key={key}>
          {heading.trim() === '' ? null : <h2>{heading}</h2>}
          {blocks.map((block) => (
            <Shown key={block.key} block={block} addresses={addresses} />
          ))}
        </section>
      ))}
    </article>
  );
};
