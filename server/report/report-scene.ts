import { figureCatalogue } from '#core/figures/catalogue.ts';
import { reportStandings } from '#core/report/standing.ts';
import type { ReportContext } from '#core/report/decide.ts';
import type { ReportScope } from '#core/report/report.ts';
import type { CaseDoor } from '../case/door.ts';
import type { ReportAsk } from './compute-values.ts';
import type { FigureReader, ReportScene } from './figure-reader.ts';

/** What the use cases of reports are given: the ruleset in force, and who answers for figures. */
export type ReportDeps = { readonly door: CaseDoor; readonly reader: FigureReader };

/** The figures of the ruleset in force, ready to be asked for this report. */
export const askFor = async (
  { door, reader }: ReportDeps,
  { tx, actor, at }: ReportScene,
  scope: ReportScope,
): Promise<ReportAsk & { readonly ruleset: Awaited<ReturnType<CaseDoor['houseOf']>>['ruleset'] }> => {
  const { ruleset } = await door.houseOf(tx, actor.jurisdictionId);
  const ready = await reader.ready(tx, actor.jurisdictionId);
  return { scene: { tx, actor, at }, reader, scope, figures: figureCatalogue(ruleset), ruleset, ready };
};

export const contextOf = ({ scene, scope, figures, ready }: ReportAsk, moved: number): ReportContext => ({
  at: scene.at,
  standings: reportStandings(scene.actor, scope),
  scope,
  figures,
  ready,
  moved,
});
