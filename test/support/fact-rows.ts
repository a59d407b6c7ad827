/** Facts of the core as rows that sets are evaluated on, as they stood at a moment. */
import type { FigureSource } from '#core/figures/columns.ts';
import type { FactRow } from '#core/figures/expression.ts';
import type { CaseFacts, DutyFact, MatterFact, ReplyFact } from '#core/figures/fact.ts';
import type { Instant, LocalDate } from '#core/words.ts';

/** The calendar day of an instant in China. */
export const dayInChina = (at: Instant): LocalDate =>
  new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10);

/** The system of a unit, and whether it is outside the supervisor's power. */
export type UnitWords = (unitId: number) => { readonly system: string; readonly boundary: boolean };

const plain: UnitWords = () => ({ system: 'government', boundary: false });

type Fact = MatterFact | DutyFact | ReplyFact;

const stands = ({ from, to }: Fact, asOf: Instant): boolean =>
  (from === null || from <= asOf) && (to === null || to > asOf);

const yes = (value: boolean): string => (value ? 'yes' : 'no');

const shared = (
  fact: Fact,
  unitId: number | null,
  words: UnitWords,
  leader = fact.leader,
): FactRow['dimensions'] => {
  const unit = unitId === null ? null : words(unitId);
  return {
    organ: String(fact.organId),
    kind: fact.kind,
    level: fact.level,
    session: String(fact.sessionId),
    year: String(fact.year),
    inSession: yes(fact.inSession),
    category: fact.category,
    proposerType: fact.proposerType,
    priority: yes(fact.priority),
    leader,
    unit: unitId === null ? null : String(unitId),
    system: unit?.system ?? null,
    boundary: unit === null ? null : yes(unit.boundary),
  };
};

const datesOf = (fact: Fact): FactRow['dates'] => fact as unknown as FactRow['dates'];

const replyRow = (fact: ReplyFact, asOf: Instant, words: UnitWords): FactRow => {
  const rated = fact.rated !== null && fact.rated <= asOf;
  return {
    dimensions: {
      ...shared(fact, fact.unitId, words),
      role: fact.role,
      class: fact.class,
      round: String(fact.round),
      disclosure: fact.disclosure,
      attitude: rated ? fact.attitude : null,
      outcome: rated ? fact.outcome : null,
    },
    flags: {
      resolved: fact.resolved,
      followUp: fact.followUp,
      adopted: fact.adopted,
      attitudeSatisfied: fact.attitudeGrade === 1,
      attitudeAccepted: fact.attitudeGrade !== null && fact.attitudeGrade <= 2,
      outcomeSatisfied: fact.outcomeGrade === 1,
      outcomeAccepted: fact.outcomeGrade !== null && fact.outcomeGrade <= 2,
    },
    numbers: { points: fact.points, pointsAdopted: fact.pointsAdopted },
    dates: datesOf(fact),
  };
};

/** The rows of each kind as of a moment, of several cases together. */
export const rowsAsOf =
  (cases: readonly CaseFacts[], asOf: Instant, words: UnitWords = plain) =>
  (source: FigureSource): readonly FactRow[] => {
    const standing = <F extends Fact>(facts: readonly F[]): readonly F[] =>
      facts.filter((one) => stands(one, asOf));
    if (source === 'matter')
      return standing(cases.flatMap(({ matter }) => matter)).map((fact) => {
        const led = fact.assigned !== null && fact.assigned <= asOf;
        return {
          dimensions: shared(fact, led ? fact.unitId : null, words, led ? fact.leader : null),
          flags: {},
          numbers: {},
          dates: datesOf(fact),
        };
      });
    if (source === 'duty')
      return standing(cases.flatMap(({ duties }) => duties)).map((fact) => ({
        dimensions: { ...shared(fact, fact.unitId, words), role: fact.role },
        flags: {},
        numbers: {},
        dates: datesOf(fact),
      }));
    return source === 'reply'
      ? standing(cases.flatMap(({ replies }) => replies)).map((fact) => replyRow(fact, asOf, words))
      : [];
  };
