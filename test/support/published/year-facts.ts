/** A described year as rows that figures are evaluated on in memory: what the acts of its matters come to. */
import type { FigureSource } from '#core/figures/columns.ts';
import type { FactRow } from '#core/figures/expression.ts';
import { type MatterGroup, momentsOf, type PublishedYear, type Verdict } from './slice.ts';

type Rows = Readonly<Partial<Record<FigureSource, readonly FactRow[]>>>;

const times = (count: number, make: (index: number) => FactRow): readonly FactRow[] =>
  Array.from({ length: count }, (_, index) => make(index));

type Duties = NonNullable<MatterGroup['duties']>;

const unitDimensions = ({ unit }: Duties[number], index: number): FactRow['dimensions'] => ({
  unit: unit === 'each' ? `each${index % 80}` : unit,
  system: unit === 'port' ? 'central' : unit === 'party' ? 'party' : 'government',
  boundary: unit === 'port' ? 'yes' : 'no',
});

const matterDimensions = (year: number, group: MatterGroup): FactRow['dimensions'] => ({
  year: String(year),
  kind: group.kind ?? 'suggestion',
  level: group.level ?? 'city',
  inSession: group.inSession === false ? 'no' : 'yes',
  priority: group.priority === true ? 'yes' : 'no',
  session: String(group.session ?? 1),
});

const none = { flags: {}, numbers: {} };

const flagsOf = (code: string, adopted: boolean, verdict: Verdict | undefined): FactRow['flags'] => ({
  resolved: code === 'A',
  followUp: code === 'B',
  adopted,
  ...(verdict === undefined
    ? {}
    : { outcomeSatisfied: verdict === 'satisfied', outcomeAccepted: verdict !== 'dissatisfied' }),
});

const repliesOf = (
  year: number,
  { reply }: MatterGroup,
  dimensions: FactRow['dimensions'],
): readonly FactRow[] => {
  if (reply === undefined) return [];
  const at = momentsOf(year);
  const { class: code, adopted = false, published = false, verdicts = [] } = reply;
  const rounds = Math.max(1, verdicts.length);
  return Array.from({ length: rounds }, (_, before): FactRow => {
    const last = before === rounds - 1;
    const verdict = verdicts[before];
    return {
      dimensions: {
        ...dimensions,
        class: code,
        round: String(before + 1),
        disclosure: 'proactive',
        ...(verdict === undefined ? {} : { outcome: verdict }),
      },
      flags: flagsOf(code, adopted, verdict),
      numbers: { points: 1, pointsAdopted: adopted ? 1 : 0 },
      dates: {
        issued: before === 0 ? at.replied.instant : at.repliedAgain.instant,
        rated: verdict === undefined ? null : before === 0 ? at.rated.instant : at.ratedAgain.instant,
        published: published && last ? at.published.instant : null,
        superseded: last ? null : at.repliedAgain.instant,
      },
    };
  });
};

const groupRows = (
  year: number,
  group: MatterGroup,
  index: number,
): Required<Pick<Rows, 'matter' | 'duty' | 'reply'>> => {
  const at = momentsOf(year);
  const { duties = [], reply } = group;
  const dimensions = matterDimensions(year, group);
  const [lead] = duties;
  const done = reply === undefined ? null : at.replied.instant;
  const assigned = lead === undefined ? null : at.assigned.instant;
  return {
    matter: [
      {
        ...none,
        dimensions: { ...dimensions, ...(lead === undefined ? {} : unitDimensions(lead, index)) },
        dates: { filed: at.filed.instant, assigned, replied: done },
      },
    ],
    duty: duties.map((duty) => ({
      ...none,
      dimensions: { ...dimensions, ...unitDimensions(duty, index), role: duty.role },
      dates: { assigned, done, due: `${year}-12-01T00:00:00.000Z` },
    })),
    reply: duties
      .filter(({ role }) => role !== 'assist')
      .flatMap((duty) =>
        repliesOf(year, group, { ...dimensions, ...unitDimensions(duty, index), role: duty.role }),
      ),
  };
};

/** The rows of a year, of every kind. */
export const yearFacts = (one: PublishedYear): Rows => {
  const { year, matters = [], submissions, opinions, acts = {} } = one;
  const at = momentsOf(year);
  const ofYear = { year: String(year) };
  const made = matters.flatMap((group) =>
    Array.from({ length: group.count }, (_, index) => groupRows(year, group, index)),
  );
  const nextDay = new Date(Date.parse(at.submitted.instant) + 86_400_000).toISOString();
  const opinion = (forwarded: string) => (): FactRow => ({
    ...none,
    dimensions: ofYear,
    dates: { received: at.submitted.instant, forwarded },
  });
  return {
    matter: made.flatMap(({ matter }) => matter),
    duty: made.flatMap(({ duty }) => duty),
    reply: made.flatMap(({ reply }) => reply),
    submission: times((submissions?.filed ?? 0) + (submissions?.declined ?? 0), (index) => ({
      ...none,
      dimensions: ofYear,
      dates: {
        submitted: at.submitted.instant,
        ...(index < (submissions?.filed ?? 0) ? { filed: at.filed.instant } : { declined: at.filed.instant }),
      },
    })),
    opinion: [
      ...times(opinions?.sameDay ?? 0, opinion(at.submitted.instant)),
      ...times(opinions?.nextDay ?? 0, opinion(nextDay)),
    ],
    act: Object.entries(acts).flatMap(([kind, count]) =>
      times(count, () => ({
        ...none,
        dimensions: { ...ofYear, actKind: kind },
        dates: { recorded: at.assigned.instant },
      })),
    ),
  };
};
