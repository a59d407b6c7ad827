import * as endpoints from '#contract/matter.ts';
import type { CaseCommand } from '#core/case/case-command.ts';
import { standingsOnMatter } from '#core/access.ts';
import { partiesOf } from '#core/case/case-file.ts';
import type { CaseDoor } from '../case/door.ts';
import { unitFacts } from '../case/lookup.store.ts';
import { answer, no } from '../platform/answer.ts';
import { sentenceOf } from '../platform/problem.ts';
import { type Route, route } from '../platform/route.ts';
import type { Scene } from '../platform/http.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import type { MatterDocuments } from './assignment-sheet.ts';
import { fileMatter } from './file-matter.ts';
import { type OpenPhone, viewMatter } from './matter.views.ts';
import type { Indexer } from '../platform/search.ts';

export type MatterDeps = {
  readonly door: CaseDoor;
  readonly documents: MatterDocuments;
  readonly indexer: Indexer;
  readonly openPhone: OpenPhone;
};

type OnMatter = Scene<Endpoint> & { readonly params: { readonly matterId: number } };

/** Assigns many matters; what is refused is listed with its reason, the rest is done. */
const bulk = (door: CaseDoor): Route =>
  route(endpoints.assignInBulk, async ({ tx, actor, at, body, language }) => {
    const refused: { id: number; label: string; code: string; detail: string }[] = [];
    let done = 0;
    // In the order of ids, so that two bulk runs never wait for each other in a circle.
    for (const item of [...body.items].sort((a, b) => a.matterId - b.matterId)) {
      const acted = await door.act(tx, actor, at, {
        matterId: item.matterId,
        command: {
          on: 'plan',
          command: { type: 'assign', duties: item.duties, responsibleLeader: body.responsibleLeader },
        },
        version: null,
        facts: () =>
          unitFacts(
            tx,
            actor.jurisdictionId,
            item.duties.map((duty) => duty.unitId),
          ),
      });
      if (acted.ok) done += 1;
      else
        refused.push({
          id: item.matterId,
          label: await door.labelOf(tx, actor, item.matterId),
          code: acted.refusal.code,
          detail: sentenceOf(acted.refusal, language),
        });
    }
    return answer({ done, refused });
  });

export const matterRoutes = ({ door, documents, indexer, openPhone }: MatterDeps): readonly Route[] => {
  const command = (scene: OnMatter, one: Extract<CaseCommand, { on: 'matter' }>['command']) =>
    door.act(scene.tx, scene.actor, scene.at, {
      matterId: scene.params.matterId,
      command: { on: 'matter', command: one },
      version: scene.version,
    });
  return [
    route(endpoints.getMatter, async ({ tx, actor, at, params }) => {
      const page = await viewMatter(tx, door, openPhone, actor, at, params.matterId);
      return page === null ? no('not-found') : answer(page);
    }),
    route(endpoints.fileMatter, (scene) =>
      fileMatter(scene.tx, door, indexer, scene.actor, scene.at, scene.body),
    ),
    route(endpoints.amendMatter, async (scene) => {
      const text = Object.fromEntries(Object.entries(scene.body).filter(([, value]) => value !== undefined));
      const acted = await command(scene as unknown as OnMatter, { type: 'amend', text });
      if (acted.ok) await indexer.index(scene.tx, acted.file.matter);
      return acted;
    }),
    route(endpoints.splitPoints, (scene) =>
      command(scene as unknown as OnMatter, { type: 'splitPoints', points: scene.body.points }),
    ),
    route(endpoints.assignMatter, ({ tx, actor, at, params, body, version }) =>
      door.act(tx, actor, at, {
        matterId: params.matterId,
        command: { on: 'plan', command: { type: 'assign', ...body } },
        version,
        facts: () =>
          unitFacts(
            tx,
            actor.jurisdictionId,
            body.duties.map((duty) => duty.unitId),
          ),
      }),
    ),
    bulk(door),
    route(endpoints.closeMatter, (scene) =>
      command(scene as unknown as OnMatter, { type: 'close', reason: scene.body.reason }),
    ),
    route(endpoints.reopenMatter, (scene) =>
      command(scene as unknown as OnMatter, { type: 'reopen', reason: scene.body.reason }),
    ),
    route(endpoints.withdrawMatter, (scene) =>
      command(scene as unknown as OnMatter, { type: 'withdraw', reason: scene.body.reason }),
    ),
    route(endpoints.assignmentSheet, async ({ tx, actor, at, params, query }) => {
      const file = await door.read(tx, actor, params.matterId);
      if (file === null || standingsOnMatter(actor, partiesOf(file)).size === 0) return no('not-found');
      return answer(await documents.sheet(tx, file, actor, at, query.format));
    }),
  ];
};
