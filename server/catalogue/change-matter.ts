/** Brings one known matter to what a row says, as far as the rules permit; what they refuse is listed. */
import type { CaseCommand, CaseFacts } from '#core/case/case-command.ts';
import type { ResolvedRow } from '#core/catalogue/compare-rows.ts';
import type { MatterText } from '#core/matter/matter.ts';
import type { Refusal } from '#core/refusal.ts';
import type { StoredChange } from './import-row.ts';
import { consentOf, historyCommand } from './plan-matter.ts';
import type { ImportDeps, ImportScene } from './prepared.ts';

export type ChangedMatter = {
  readonly did: boolean;
  readonly assigned: boolean;
  readonly refusals: readonly Pick<Refusal, 'code' | 'params'>[];
};

const amendment = (row: ResolvedRow, fields: ReadonlySet<string>): Partial<MatterText> => ({
  ...(fields.has('title') && row.title !== null ? { title: row.title } : {}),
  ...(fields.has('body') && row.body !== null ? { body: row.body } : {}),
  ...(fields.has('category') ? { category: row.category } : {}),
  ...(fields.has('level') && row.level !== null ? { level: row.level } : {}),
  ...(fields.has('proposerType') && row.proposerType !== null ? { proposerType: row.proposerType } : {}),
  ...(fields.has('priority') && row.priority !== null ? { priority: row.priority } : {}),
  ...(fields.has('publicConsent') ? { publicConsent: consentOf(row.publicConsent) } : {}),
});

/** The commands of a row, in the order in which a clerk would give them. */
const commandsOf = (
  scene: ImportScene,
  row: ResolvedRow,
  changes: readonly StoredChange[],
): CaseCommand[] => {
  const fields = new Set(changes.filter((one) => one.byHand === null).map(({ field }) => field));
  const text = amendment(row, fields);
  const commands: CaseCommand[] = [];
  if (Object.keys(text).length > 0) commands.push({ on: 'matter', command: { type: 'amend', text } });
  if (fields.has('points'))
    commands.push({ on: 'matter', command: { type: 'splitPoints', points: row.points } });
  if (fields.has('history')) commands.push(historyCommand(row, row.units, row.assignedOn ?? scene.at.date));
  if (fields.has('units'))
    commands.push({
      on: 'plan',
      command: {
        type: 'assign',
        duties: row.units.map((unit) => ({ unitId: Number(unit.unitId), role: unit.role })),
        responsibleLeader: scene.choices.options.responsibleLeader,
      },
    });
  return commands;
};

export const changeMatter = async (
  deps: ImportDeps,
  scene: ImportScene,
  facts: CaseFacts,
  order: { readonly matterId: number; readonly row: ResolvedRow; readonly changes: readonly StoredChange[] },
): Promise<ChangedMatter> => {
  const { tx, actor, at } = scene;
  const refusals: Pick<Refusal, 'code' | 'params'>[] = [];
  let did = false;
  let assigned = false;
  const give = async (command: CaseCommand): Promise<Refusal | null> => {
    const acted = await deps.door.act(tx, actor, at, {
      matterId: order.matterId,
      command,
      version: null,
      facts: async () => facts,
    });
    if (!acted.ok) return acted.refusal;
    did ||= acted.events.length > 0;
    assigned ||= command.on === 'plan';
    if (command.on === 'matter' && command.command.type === 'amend')
      await deps.indexer.index(tx, acted.file.matter);
    return null;
  };
  for (const command of commandsOf(scene, order.row, order.changes)) {
    let refusal = await give(command);
    // A matter that is assigned at once has at least one point: its title, until people cut it.
    if (refusal?.code === 'points-missing' && (command.on === 'plan' || command.on === 'history')) {
      const points = [order.row.title ?? ''];
      refusal =
        (await give({ on: 'matter', command: { type: 'splitPoints', points } })) ?? (await give(command));
    }
    if (refusal !== null) refusals.push({ code: refusal.code, params: refusal.params });
  }
  return { did, assigned, refusals };
};
