/** Where the facts of each kind of row stand, and which column is which: the only place that knows both. */
import {
  type Dimension,
  type FigureSource,
  type Flag,
  noValue,
  type NumberColumn,
  usualAnchor,
} from '#core/figures/columns.ts';
import { codeOf, factCodes, isCoded, valueOf } from '#core/figures/codes.ts';
import type { Instant } from '#core/words.ts';
import { type RawBuilder, sql } from 'kysely';

type Sql = RawBuilder<unknown>;

/** One kind of row: its table (or what stands for one), its key, and its dates. */
export type Relation = {
  readonly from: Sql;
  /** The table that gives its rows their key, and what the key is called there. */
  readonly keyed: { readonly table: string; readonly by: string };
  readonly key: Sql;
  /** Null: the rows are of no matter. */
  readonly matter: Sql | null;
  readonly versioned: boolean;
  readonly dates: Readonly<Record<string, Sql>>;
};

const column = (name: string): Sql => sql.ref(`f.${name}`);

/**
 * The time in China that facts are placed by: eight hours ahead, always. Days of before are kept by it (`endOfDay`), and
 * the copy in memory counts by it; the zone Asia/Shanghai would put summers of 1986 to 1991 an hour, and a day's end into
 * the next day.
 */
const china = sql`interval '8 hours'`;

/** The day and time in China of an instant, without a zone. */
export const inChina = (instant: Sql): Sql => sql`(${instant} at time zone ${china})`;

/** The instant of a day and time in China. */
export const fromChina = (local: Sql): Sql => sql`((${local})::timestamp at time zone ${china})`;

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const dates = (...names: readonly string[]): Readonly<Record<string, Sql>> =>
  Object.fromEntries(names.map((name) => [name, column(`${snake(name)}_at`)]));

const facts = (table: string, key: string, ...names: readonly string[]): Relation => ({
  from: sql.table(table),
  keyed: { table, by: key },
  key: column(key),
  matter: column('matter_id'),
  versioned: true,
  dates: dates(...names),
});

/** What is counted beside matters has its rows in the product's own tables, dated as they are. */
const beside = (table: string, from: Sql, ...names: readonly string[]): Relation => ({
  from,
  keyed: { table, by: 'id' },
  key: column('id'),
  matter: null,
  versioned: false,
  dates: dates(...names),
});

const roles: readonly string[] = factCodes.role;

export const relations: Readonly<Record<FigureSource, Relation>> = {
  matter: facts(
    'figure_matter',
    'matter_id',
    'filed',
    'assigned',
    'firstAssigned',
    'due',
    'replied',
    'rated',
    'closed',
    'withdrawn',
    'merged',
  ),
  duty: facts(
    'figure_duty',
    'assignment_id',
    'assigned',
    'signDue',
    'signed',
    'contacted',
    'met',
    'visited',
    'due',
    'done',
    'handBackAsked',
    'extensionAsked',
    'extended',
    'extensionRefused',
    'ended',
    'gone',
  ),
  reply: facts('figure_reply', 'reply_id', 'issued', 'rated', 'published', 'settled', 'superseded', 'gone'),
  submission: beside(
    'submission',
    sql`(select s.jurisdiction_id, s.id, s.organ_id, s.session_id, e.year, s.in_session, s.category,
        case s.kind when 'suggestion' then 0 else 1 end as kind, s.proposer_type, s.submitted_at as recorded_at,
        s.submitted_at, s.filed_at, s.declined_at, s.withdrawn_at
      from submission s left join session e on e.jurisdiction_id = s.jurisdiction_id and e.id = s.session_id)`,
    'submitted',
    'filed',
    'declined',
    'withdrawn',
  ),
  opinion: {
    ...beside(
      'session_opinion',
      sql`(select o.jurisdiction_id, o.id, o.organ_id, o.session_id, e.year, o.class_code as class,
          o.received_at as recorded_at, o.received_at, v.dropped_at, coalesce(v.left_at, o.forwarded_at) as forwarded_at,
          v.valid_from, v.valid_to
        from session_opinion o join session e on e.jurisdiction_id = o.jurisdiction_id and e.id = o.session_id
        cross join lateral (
          select c.valid_from, c.valid_to,
            (select lower(x) from unnest(o.left_out) x where lower(x) < c.valid_to and (upper_inf(x) or upper(x) >= c.valid_to)) as dropped_at,
            (select lower(x) from unnest(o.forwarded_with) x where lower(x) < c.valid_to and upper(x) >= c.valid_to) as left_at
          from (select coalesce(lag(t.until) over (order by t.until), '-infinity') as valid_from, t.until as valid_to
            from (select upper(x) as until from unnest(o.left_out) x where not upper_inf(x)
              union select upper(x) from unnest(o.forwarded_with) x
              union select 'infinity') t) c) v)`,
      'received',
      'forwarded',
      'dropped',
    ),
    // One that was taken up again had been dropped until then; one taken apart from another had left with it.
    versioned: true,
  },
  act: beside(
    'supervision_act',
    sql`(select a.jurisdiction_id, a.id, a.organ_id, extract(year from a.day)::integer as year, a.kind as act_kind, a.amount, a.people,
        a.entered_at as recorded_at, a.struck_at,
        ${fromChina(sql`a.day + time '12:00'`)} as happened_at
      from supervision_act a)`,
    'happened',
    'recorded',
    'struck',
  ),
  urge: {
    ...beside(
      'urge_slip',
      sql`(select s.jurisdiction_id, s.id, s.matter_id, s.assignment_id, s.organ_id, m.session_id, m.year, s.unit_id, s.level as urge_level,
          case m.kind when 'suggestion' then 0 else 1 end as kind,
          array_position(${roles}::text[], a.role) - 1 as role, s.issued_at as recorded_at, s.issued_at, s.acknowledged_at, s.taken_back_at,
          ${fromChina(sql`s.acknowledge_by + 1`)} - interval '1 millisecond' as acknowledge_due_at
        from urge_slip s join matter m on m.jurisdiction_id = s.jurisdiction_id and m.id = s.matter_id
        join assignment a on a.jurisdiction_id = s.jurisdiction_id and a.id = s.assignment_id)`,
      'issued',
      'acknowledgeDue',
      'acknowledged',
      'takenBack',
    ),
    matter: column('matter_id'),
  },
  notice: beside(
    'supervision_notice',
    sql`(select n.jurisdiction_id, n.id, n.organ_id, n.unit_id, extract(year from n.issued_on)::integer as year,
        n.issued_at as recorded_at, n.issued_at, t.acknowledged_at, t.reported_at, t.settled_at, t.cancelled_at
      from supervision_notice n cross join lateral (
        select min(x.at) filter (where x.type = 'noticeAcknowledged') as acknowledged_at,
          min(x.at) filter (where x.type = 'noticeReportedBack') as reported_at,
          min(x.at) filter (where x.type = 'noticeSettled') as settled_at,
          min(x.at) filter (where x.type = 'noticeCancelled') as cancelled_at
        from supervision_notice_step x where x.jurisdiction_id = n.jurisdiction_id and x.notice_id = n.id) t)`,
    'issued',
    'acknowledged',
    'reported',
    'settled',
    'cancelled',
  ),
};

/** What unit `u` was at a moment: what it is now stands in its row, what it was before in its past. */
export const unitThen = (name: 'system' | 'boundary', asOf: Instant): Sql =>
  sql`coalesce((select x.${sql.ref(name)} from unit_past x where x.jurisdiction_id = u.jurisdiction_id and x.unit_id = u.id
    and x.until > ${asOf}::timestamptz order by x.until limit 1), u.${sql.ref(name)})`;

/** The delegation or sector of person `p` at a moment; empty: none. */
export const groupThen = (asOf: Instant): Sql =>
  sql`coalesce((select x.group_name from person_past x where x.jurisdiction_id = p.jurisdiction_id and x.person_id = p.id
    and x.until > ${asOf}::timestamptz order by x.until limit 1), p.group_name)`;

const unitColumn = (name: 'system' | 'boundary', unit: Sql, asOf: Instant): Sql =>
  sql`(select ${unitThen(name, asOf)} from unit u where u.jurisdiction_id = f.jurisdiction_id and u.id = ${unit})`;

/** The unit or the leader of a row as it stood: a matter has them from its assignment on. */
const givenTo = (source: FigureSource, name: 'unit_id' | 'leader', asOf: Instant): Sql =>
  source === 'matter'
    ? sql`case when f.assigned_at <= ${asOf}::timestamptz then ${column(name)} end`
    : column(name);

const unitOf = (source: FigureSource, asOf: Instant): Sql => givenTo(source, 'unit_id', asOf);

/** The value of a dimension, as of a moment, in the form in which it is stored. */
export const dimensionColumn = (
  source: FigureSource,
  dimension: Dimension,
  asOf: Instant,
  anchor: string = usualAnchor[source],
): Sql => {
  switch (dimension) {
    case 'month':
    case 'quarter':
      return sql`to_char(${inChina(relations[source].dates[anchor] ?? sql`null::timestamptz`)},
        ${dimension === 'month' ? 'YYYY-MM' : 'YYYY-"Q"Q'})`;
    case 'unit':
      return unitOf(source, asOf);
    case 'system':
    case 'boundary':
      return unitColumn(dimension, unitOf(source, asOf), asOf);
    case 'leader':
      return givenTo(source, 'leader', asOf);
    case 'term':
      return sql`(select s.term_id from session s where s.jurisdiction_id = f.jurisdiction_id and s.id = f.session_id)`;
    case 'district':
      return sql`(select nullif(${groupThen(asOf)}, '') from person p where p.jurisdiction_id = f.jurisdiction_id and p.id = f.lead_proposer_id)`;
    case 'attitude':
    case 'outcome':
      return sql`case when f.rated_at <= ${asOf}::timestamptz then ${column(dimension)} end`;
    case 'organ':
    case 'session':
      return column(`${dimension}_id`);
    case 'kind':
    case 'level':
    case 'year':
    case 'category':
    case 'role':
    case 'class':
    case 'round':
    case 'disclosure':
    case 'priority':
    case 'inSession':
    case 'proposerType':
    case 'actKind':
    case 'urgeLevel':
      return column(snake(dimension));
    default: {
      const forgotten: never = dimension;
      return forgotten;
    }
  }
};

/** A dimension in two steps: the narrow part by which rows are put into heaps, and the value that a heap's part stands for. */
export type RollUp = {
  readonly part: Sql;
  readonly value: Sql;
  /** The part is of the person `p` who proposes. */
  readonly ofPerson: boolean;
};

type Within = {
  readonly source: FigureSource;
  readonly asOf: Instant;
  readonly j: number;
  /** The date that places a row in a month. */
  readonly anchor: string | undefined;
};

/** `heapPart`: the part as a column of a heap. */
export const rollUp = ({ source, asOf, j, anchor }: Within, dimension: Dimension, heapPart: Sql): RollUp => {
  if (dimension === 'system' || dimension === 'boundary') {
    const value = sql`(select ${unitThen(dimension, asOf)} from unit u where u.jurisdiction_id = ${j} and u.id = ${heapPart})`;
    return { part: unitOf(source, asOf), value, ofPerson: false };
  }
  if (dimension === 'term') {
    const value = sql`(select s.term_id from session s where s.jurisdiction_id = ${j} and s.id = ${heapPart})`;
    return { part: sql`f.session_id`, value, ofPerson: false };
  }
  if (dimension === 'district')
    return { part: sql`nullif(p.group_name, '')`, value: heapPart, ofPerson: true };
  return { part: dimensionColumn(source, dimension, asOf, anchor), value: heapPart, ofPerson: false };
};

const numeric: readonly Dimension[] = ['organ', 'session', 'term', 'unit', 'year', 'round'];
const yesNo: readonly Dimension[] = ['inSession', 'boundary', 'priority'];

const isCodedIn = (source: FigureSource, dimension: Dimension): boolean =>
  isCoded(dimension) && !(source === 'submission' && dimension === 'proposerType');

/** The values of a dimension as they are stored, with the type of their list; values that cannot be are left out. */
export const storedValues = (source: FigureSource, dimension: Dimension, values: readonly string[]): Sql => {
  const given = values.filter((value) => value !== noValue);
  if (isCoded(dimension) && isCodedIn(source, dimension)) {
    const known: readonly string[] = factCodes[dimension];
    return sql`${given.filter((one) => known.includes(one)).map((one) => codeOf(dimension, one))}::smallint[]`;
  }
  if (yesNo.includes(dimension)) return sql`${given.map((one) => one === 'yes')}::boolean[]`;
  if (numeric.includes(dimension))
    return sql`${given.filter((one) => /^\d{1,9}$/.test(one)).map(Number)}::integer[]`;
  return sql`${given}::text[]`;
};

/** A stored value as readers of the API know it. */
export const readValue = (source: FigureSource, dimension: Dimension, stored: string | null): string => {
  if (stored === null) return noValue;
  if (isCoded(dimension) && isCodedIn(source, dimension)) return valueOf(dimension, Number(stored));
  if (yesNo.includes(dimension)) return stored === 'true' || stored === 't' ? 'yes' : 'no';
  return stored;
};

export const flagColumns: Readonly<Record<Flag, Sql>> = {
  resolved: column('resolved'),
  followUp: column('follow_up'),
  adopted: column('adopted'),
  attitudeSatisfied: sql`f.attitude_grade = 1`,
  attitudeAccepted: sql`f.attitude_grade <= 2`,
  outcomeSatisfied: sql`f.outcome_grade = 1`,
  outcomeAccepted: sql`f.outcome_grade <= 2`,
};

export const numberColumns: Readonly<Record<NumberColumn, Sql>> = {
  points: column('points'),
  pointsAdopted: column('points_adopted'),
  amount: column('amount'),
  people: column('people'),
};
