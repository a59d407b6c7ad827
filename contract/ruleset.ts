/** A preset of rules: what it would move, counted before it is taken into use. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, idParam, instant } from './schemas.ts';

const administrators = {
  kind: 'roles',
  roles: ['system-admin'],
  rows: 'the own jurisdiction; counts only, never a matter',
} as const;

const rulesetProposal = z
  .object({
    id,
    preset: z.string(),
    state: z.enum(['counting', 'counted', 'applied', 'failed']),
    done: z.number().int(),
    total: z.number().int(),
    movedMatters: z.number().int(),
    movedDuties: z.number().int(),
    /** By sort of duty, windows for handing back included; `other`: dates that appear or fall away. */
    duties: z.array(
      z.object({
        duty: z.string(),
        sooner: z.number().int(),
        later: z.number().int(),
        other: z.number().int(),
      }),
    ),
    countedAt: instant.nullable(),
    /** The rules or the calendar became others since: it must be made anew. */
    outdated: z.boolean(),
  })
  .meta({ id: 'RulesetProposal' });

export const proposeRuleset = endpoint({
  id: 'proposeRuleset',
  method: 'POST',
  path: '/api/setup/ruleset/proposals',
  tag: 'setup',
  summary: {
    zh: '试算一套规则：将变动的期限',
    en: 'Starts counting which due dates a preset would move; nothing is taken into use',
  },
  access: administrators,
  scope: 'setup:write',
  body: z.object({ preset: z.string().max(40) }),
  response: rulesetProposal,
  command: true,
});

export const getRulesetProposal = endpoint({
  id: 'getRulesetProposal',
  method: 'GET',
  path: '/api/setup/ruleset/proposals/:proposalId',
  tag: 'setup',
  summary: {
    zh: '试算进度和各类期限变动数；清单由督查室查看',
    en: 'How far the counting is and what moves, in counts; the supervising office sees the list',
  },
  access: administrators,
  scope: 'setup:read',
  params: z.object({ proposalId: idParam }),
  response: rulesetProposal,
});

export const takeRuleset = endpoint({
  id: 'takeRuleset',
  method: 'POST',
  path: '/api/setup/ruleset',
  tag: 'setup',
  summary: { zh: '启用试算过的一套规则', en: 'Take a preset into use whose moves were counted' },
  access: administrators,
  scope: 'setup:write',
  body: z.object({ proposalId: idParam }),
  response: z.object({ recomputeId: id }),
  command: true,
});
