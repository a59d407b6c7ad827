/** What the measures of figures ask: every figure of the catalogue, cross-tables, and the same as SQL of base tables. */
import { figureCatalogue, findFigure } from '#core/figures/catalogue.ts';
import type { Dimension } from '#core/figures/columns.ts';
import type { Filters } from '#core/figures/expression.ts';
import type { Variant } from '#core/figures/figure.ts';
import { national } from '#rulesets/national.ts';

export const catalogue = figureCatalogue(national);

export const variantOf = (name: string): Variant => {
  const found = findFigure(catalogue, name);
  if (found === null) throw new Error(`No figure ${name}`);
  return found.variant;
};

export type Ask = {
  readonly name: string;
  readonly figures: readonly string[];
  readonly filters: Filters;
  readonly by?: { readonly rows: Dimension; readonly columns: Dimension | null };
  /** The same of the base tables as they are today; null: not written down. */
  readonly plain: string | null;
};

const joined = `from plain.reply r join plain.matter m on m.id = r.matter_id
  left join plain.rating g on g.reply_id = r.id and g.state = 'sealed'
  where r.state = 'issued' and m.stage not in ('withdrawn', 'merged') and not exists (select from plain.reply x
    where x.assignment_id = r.assignment_id and x.state = 'issued' and x.round > r.round)`;
const duties = `from plain.assignment a join plain.matter m on m.id = a.matter_id
  where a.live and m.stage not in ('withdrawn', 'merged')`;
const satisfied = `count(*) filter (where g.outcome <> 'unsatisfied'), count(g.id)`;
const sets = 'group by grouping sets ((1, 2), (1), (2), ())';

const cross = (
  figure: string,
  rows: Dimension,
  columns: Dimension,
  plain: string | null = null,
  filters: Filters = {},
): Ask => ({
  name: `${figure} by ${rows} × ${columns}${filters.year === undefined ? '' : ', one year'}`,
  figures: [figure],
  filters,
  by: { rows, columns },
  plain,
});

const crosses: readonly Ask[] = [
  cross('repliesIssued', 'unit', 'class', `select r.unit_id, r.result_class, count(*) ${joined} ${sets}`),
  cross('assignments', 'unit', 'role', `select a.unit_id, a.role, count(*) ${duties} ${sets}`),
  cross('satisfactionRate', 'year', 'category', `select m.year, m.category, ${satisfied} ${joined} ${sets}`),
  cross(
    'repliesIssued',
    'system',
    'district',
    `select u.system, p.group_name, count(*) ${joined.replace('where', 'join unit u on u.id = r.unit_id join person p on p.id = m.lead_proposer_id where')} ${sets}`,
  ),
  cross('repliesIssued', 'outcome', 'unit', `select g.outcome, r.unit_id, count(*) ${joined} ${sets}`),
  cross(
    'mattersFiled.standing',
    'leader',
    'priority',
    `select m.leader, m.priority, count(*) from plain.matter m where m.stage not in ('withdrawn', 'merged') ${sets}`,
  ),
  cross(
    'mattersFiled',
    'term',
    'organ',
    `select s.term_id, m.organ_id, count(*) from plain.matter m join session s on s.id = m.session_id ${sets}`,
  ),
  cross(
    'unitsInvolved',
    'category',
    'district',
    `select m.category, p.group_name, count(distinct a.unit_id) ${duties.replace('where', 'join person p on p.id = m.lead_proposer_id where')} ${sets}`,
  ),
  cross('unitsInvolved', 'year', 'system'),
  cross('onTimeRate.done', 'unit', 'year'),
  cross('completionRate.due', 'district', 'unit'),
  cross('satisfactionRate', 'unit', 'district'),
  cross('resolutionRate.final', 'category', 'unit'),
  cross('adoptionRate.points', 'unit', 'boundary'),
  cross('assignmentsPerMatter', 'year', 'organ'),
  cross('repliesIssued', 'system', 'district', null, { year: ['2025'] }),
  cross('mattersFiled', 'month', 'organ'),
  cross('assignments', 'unit', 'month'),
  cross('onTimeRate.due', 'quarter', 'unit'),
  cross('satisfactionRate', 'month', 'system'),
  cross('unitsInvolved', 'quarter', 'category'),
  cross('submissionsReceived', 'category', 'month'),
  cross('filingRate', 'session', 'proposerType'),
  cross('sessionOpinions', 'session', 'class'),
  cross('sameDayForwarding', 'year', 'class'),
  cross('supervisionActs.amount', 'actKind', 'month'),
  cross('urgeSlips', 'unit', 'urgeLevel'),
  cross('urgeAcknowledgeRate.inTime', 'unit', 'quarter'),
  cross('supervisionNotices', 'system', 'year'),
  cross('noticeSettleRate', 'unit', 'year'),
];

const plainOf: Readonly<Record<string, string>> = {
  satisfactionRate: `select ${satisfied} ${joined}`,
  replyRate: `select count(*) filter (where a.answered_on is not null), count(*) ${duties} and a.role <> 'assist'`,
  mattersFiled: 'select count(*) from plain.matter',
};

/** Every variant of every figure. */
export const figureNames: readonly string[] = catalogue.flatMap(({ id, variants }) =>
  variants.map((one) => `${id}.${one.id}`),
);

const figures: readonly Ask[] = catalogue.flatMap(({ id, variants }) =>
  variants.map((one, index) => ({
    name: `${id}.${one.id}`,
    figures: [`${id}.${one.id}`],
    filters: {},
    plain: index === 0 ? (plainOf[id] ?? null) : null,
  })),
);

const known = (ask: Ask): boolean => ask.figures.every((one) => findFigure(catalogue, one) !== null);

export const asks: readonly Ask[] = [
  ...figures,
  ...crosses.filter(known),
  { name: 'every figure together', figures: figureNames, filters: {}, plain: null },
  { name: 'every figure of one year', figures: figureNames, filters: { year: ['2025'] }, plain: null },
];

/** What moved between two moments, as a comparison with what was frozen asks it: of these figures together. */
export const moveAsks: readonly { readonly name: string; readonly figures: readonly string[] }[] = [
  { name: 'moves of the reply rate', figures: ['replyRate'] },
  { name: 'moves of satisfaction', figures: ['satisfactionRate'] },
  { name: 'moves of submissions', figures: ['submissionsReceived'] },
  { name: 'moves of every usual figure', figures: catalogue.map(({ id }) => id) },
];
