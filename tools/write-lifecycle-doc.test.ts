import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { assignmentLifecycle } from '#core/assignment/lifecycle.ts';
import { matterLifecycle } from '#core/matter/lifecycle.ts';
import { ratingLifecycle } from '#core/rating/lifecycle.ts';
import { replyLifecycle } from '#core/reply/lifecycle.ts';
import { submissionLifecycle } from '#core/submission/lifecycle.ts';
import { lifecycleDoc } from './write-lifecycle-doc.ts';

test('docs/lifecycle.md is what the tables say today', async () => {
  expect(await readFile(new URL('../docs/lifecycle.md', import.meta.url), 'utf8')).toBe(lifecycleDoc());
});

test('every action of every table has its line, with its clause', () => {
  const text = lifecycleDoc();
  for (const table of [
    submissionLifecycle,
    matterLifecycle,
    assignmentLifecycle,
    replyLifecycle,
    ratingLifecycle,
  ])
    for (const [action, rule] of Object.entries(table)) {
      // Tables share names of actions (`submit`), never the whole line.
      const line = text.split('\n').find((one) => one.includes(`\`${action}\``) && one.includes(rule.clause));
      expect(line).toContain(rule.name.zh);
      expect(line).toContain(rule.clause);
    }
});

test('the diagrams draw the way of a matter from filing to its end', () => {
  const text = lifecycleDoc();
  for (const arrow of [
    'filed --> assigned: 交办 Assign',
    'assigned --> handling: 签收 Sign for',
    'handling --> replied: 签发 Issue',
    'replied --> rated: 评价 Rate',
    'rated --> closed: 办结 Close',
    'closed --> rehandling: 重新开启 Reopen',
    'inReview --> cleared: 审核通过 Approve',
    'signed --> answered:',
  ])
    expect(text).toContain(arrow);
});
