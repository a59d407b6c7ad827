import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MatterCommand } from '#core/matter/decide.ts';
import { caseFile, cast, organs, scene } from '#test/support/builders.ts';
import {
  assigned,
  attempt,
  happened,
  inReview,
  issued,
  onMatter,
  play,
  rate,
  refusalOf,
  signed,
  verdict,
} from '#test/support/story.ts';
import { act } from './act.ts';
import type { CaseCommand } from './case-command.ts';
import { type CaseFile, liveDuties, ownProposers } from './case-file.ts';
import { owedToProposer } from './due.ts';

const matter = (id: number, ...proposerIds: readonly number[]): CaseFile =>
  caseFile({ matter: { id, caseNo: `2026000${id}`, title: `关于第${id}件的建议` }, proposerIds });

const main = matter(9, 91, 92);

const merge = (into: CaseFile, more: Partial<Extract<MatterCommand, { type: 'merge' }>> = {}) =>
  onMatter({
    type: 'merge',
    main: into.matter,
    reason: '内容相同',
    opposite: false,
    oppositeReason: null,
    revokeDuties: false,
    ...more,
  });
const takeIn = (file: CaseFile) =>
  onMatter({ type: 'takeIn', merged: { ...file.matter, proposerIds: ownProposers(file) } });
const unmerge = (from: CaseFile, reason = '诉求不同') =>
  onMatter({ type: 'unmerge', main: from.matter, reason });
const letGo = (file: CaseFile) => onMatter({ type: 'letGo', merged: file.matter });

const office = cast.congressOffice;
const day = '2026-03-20';

describe('merging 并案', () => {
  test('keeps the number, the text and the proposers; the stage says where it went, and nothing is owed on it', () => {
    const before = matter(1, 11, 12);
    const { file } = happened(attempt(before, [office, day, merge(main)]));
    expect(file.matter).toEqual({ ...before.matter, stage: 'merged' });
    expect(file.proposerIds).toEqual([11, 12]);
    expect(file.merging?.into).toEqual({ id: 9, caseNo: '20260009', stage: 'filed' });
    expect(owedToProposer(file)).toBeNull();
  });

  test('puts its proposers behind those of the main matter, nobody twice', () => {
    const { file } = happened(attempt(main, [office, day, takeIn(matter(1, 12, 92, 13))]));
    expect(file.proposerIds).toEqual([91, 92, 12, 13]);
    expect(ownProposers(file)).toEqual([91, 92]);
  });

  test('who disowned his signature leaves its proposers, unless another matter of his stands there', () => {
    const joined = play(
      main,
      [office, day, takeIn(matter(1, 12, 13))],
      [office, day, takeIn(matter(2, 21, 13))],
    );
    const actor = { ...cast.coProposer, personId: 13, name: '某某' };
    const leave = (via: CaseFile | null): CaseCommand =>
      onMatter({
        type: 'leaveProposers',
        personId: 13,
        name: '某某',
        via: via === null ? null : via.matter,
        reason: '不是我签的',
      });
    expect(refusalOf(joined, actor, day, leave(matter(1)))).toBe('not-entered-for-you');
    const said = { ...scene(actor, day), facts: { signatureDisowned: true } };
    const once = happened(act(joined, leave(matter(1)), said));
    expect(once.file.proposerIds).toEqual([91, 92, 12, 21, 13]);
    expect(once.events).toEqual([
      {
        on: 'matter',
        event: {
          type: 'proposerLeft',
          personId: 13,
          name: '某某',
          viaCaseNo: '20260001',
          reason: '不是我签的',
        },
      },
    ]);
    expect(happened(act(once.file, leave(matter(2)), said)).file.proposerIds).toEqual([91, 92, 12, 21]);
    const alone = happened(act(matter(1, 12, 13), leave(null), said)).file;
    expect(alone.proposerIds).toEqual([12]);
    expect(alone.merging).toBeUndefined();
  });

  test('is waited for no more: what the others have rated is rated', () => {
    const answered = issued();
    const [lead = 0, ...others] = answered.proposerIds;
    const waiting: CaseFile = {
      ...answered,
      ruleset: { ...answered.ruleset, rating: { ...answered.ruleset.rating, who: 'everyProposer' } },
    };
    const byLead = play(waiting, [cast.leadProposer, '2026-04-20', rate(1, verdict('satisfied'))]);
    expect([lead, others.length, byLead.matter.stage]).toEqual([11, 1, 'replied']);
    const command = onMatter({
      type: 'leaveProposers',
      personId: others[0] ?? 0,
      name: '某某',
      via: null,
      reason: '不是我签的',
    });
    const said = { ...scene(cast.coProposer, '2026-04-21'), facts: { signatureDisowned: true } };
    expect(happened(act(byLead, command, said)).file.matter.stage).toBe('rated');
  });

  test('asks everyone for a rating of the answer, and waits for the lead of each matter', () => {
    const joined = happened(attempt(caseFile(), [office, '2026-02-20', takeIn(matter(7, 13, 14))])).file;
    const answered = issued(undefined, joined);
    expect(answered.ratings.map(({ proposerId }) => proposerId)).toEqual([11, 12, 13, 14]);
    const byLead = play(answered, [cast.leadProposer, '2026-04-20', rate(1, verdict('satisfied'))]);
    expect(byLead.matter.stage).toBe('replied');
    const byBoth = play(byLead, [cast.otherProposer, '2026-04-20', rate(3, verdict('satisfied'))]);
    expect(byBoth.matter.stage).toBe('rated');
  });

  test('is refused while a unit is at work on it, unless the unit is relieved with it', () => {
    const busy = signed();
    const into = { ...main, matter: { ...main.matter, id: 900 } };
    expect(refusalOf(busy, office, day, merge(into))).toBe('merge-duties-live');
    const { file, events } = happened(attempt(busy, [office, day, merge(into, { revokeDuties: true })]));
    expect(liveDuties(file)).toEqual([]);
    expect(file.duties).toHaveLength(busy.duties.length);
    expect(events.filter(({ event }) => event.type === 'dutyRevoked')).toHaveLength(liveDuties(busy).length);
  });

  test('warns of opposite asks until somebody says why', () => {
    const file = matter(1, 11);
    expect(refusalOf(file, office, day, merge(main, { opposite: true }))).toBe('merge-opposite');
    const { events } = happened(
      attempt(file, [office, day, merge(main, { opposite: true, oppositeReason: '一并研究' })]),
    );
    expect(events[0]).toMatchObject({ event: { type: 'matterMerged', oppositeReason: '一并研究' } });
  });

  test('is not for another organ or kind, not into itself, not without a reason, not for what is answered', () => {
    const file = matter(1, 11);
    const elsewhere = { ...main, matter: { ...main.matter, organId: organs.cppcc } };
    expect(refusalOf(file, office, day, merge(elsewhere))).toBe('merge-other-organ');
    expect(refusalOf(file, office, day, merge(file))).toBe('merge-self');
    expect(refusalOf(file, office, day, merge(main, { reason: ' ' }))).toBe('field-empty');
    expect(refusalOf(issued(), office, '2026-04-10', merge(main))).not.toBeNull();
    expect(refusalOf(inReview(), office, '2026-04-04', takeIn(file))).toBe('points-locked');
    for (const actor of [cast.supervisor, cast.leadProposer, cast.cppccOffice, cast.educationOffice])
      expect(refusalOf(assigned(), actor, day, merge(main))).toBe('not-yours');
  });

  test('does not chain: a matter with others in it stays a main matter, and is not withdrawn under them', () => {
    const { file } = happened(attempt(main, [office, day, takeIn(matter(1, 11))]));
    expect(refusalOf(file, office, day, merge(matter(2, 21)))).toBe('merge-has-merged');
    expect(refusalOf(file, office, day, onMatter({ type: 'withdraw', reason: '撤' }))).toBe(
      'merge-has-merged',
    );
  });

  test('is not undone once the main matter is answered', () => {
    const { file } = happened(attempt(matter(1, 11), [office, day, merge(main)]));
    const answered = {
      ...file,
      merging: { into: { id: 9, caseNo: '20260009', stage: 'replied' }, ownProposerIds: [11], taken: [] },
    } as const;
    expect(refusalOf(answered, office, day, unmerge(main))).toBe('merge-answered');
    expect(refusalOf(issued(), office, '2026-04-10', letGo(matter(1, 11)))).toBe('wrong-state');
  });
});

type World = ReadonlyMap<number, CaseFile>;
type Step = { readonly do: 'merge' | 'unmerge'; readonly one: number; readonly main: number };

/** Both sides agree, or nothing happens: as the server does it in one transaction. */
const both = (
  world: World,
  a: number,
  onA: Parameters<typeof act>[1],
  b: number,
  onB: Parameters<typeof act>[1],
): World => {
  const [fileA, fileB] = [world.get(a), world.get(b)];
  if (fileA === undefined || fileB === undefined) return world;
  const left = act(fileA, onA, scene(office, day));
  const right = act(fileB, onB, scene(office, day));
  return left.ok && right.ok ? new Map([...world, [a, left.file], [b, right.file]]) : world;
};

const take = (world: World, step: Step): World => {
  const one = world.get(step.one);
  const into = step.do === 'merge' ? step.main : (one?.merging?.into?.id ?? step.main);
  const target = world.get(into);
  if (one === undefined || target === undefined || step.one === into) return world;
  return step.do === 'merge'
    ? both(world, step.one, merge(target), into, takeIn(one))
    : both(world, step.one, unmerge(target), into, letGo(one));
};

describe('any sequence of merging and undoing', () => {
  const originals: World = new Map(
    [matter(1, 11, 12), matter(2, 12, 13), matter(3, 11), matter(4, 14, 13), matter(5, 15)].map((file) => [
      file.matter.id,
      file,
    ]),
  );
  const steps = fc.array(
    fc.record({
      do: fc.constantFrom('merge' as const, 'unmerge' as const),
      one: fc.integer({ min: 1, max: 5 }),
      main: fc.integer({ min: 1, max: 5 }),
    }),
    { maxLength: 40 },
  );

  test('leaves every proposer answered somewhere, and restores the originals once all is undone', () => {
    let merged = 0;
    fc.assert(
      fc.property(steps, (sequence) => {
        const after = sequence.reduce(take, originals);
        for (const [id, file] of after) {
          const at = file.merging?.into?.id ?? id;
          merged += at === id ? 0 : 1;
          for (const person of ownProposers(file)) expect(after.get(at)?.proposerIds).toContain(person);
          expect(file.merging?.taken ?? []).toHaveLength(
            [...after.values()].filter(({ merging }) => merging?.into?.id === id).length,
          );
        }
        const undone = [...after.keys()].reduce(
          (world, one) => take(world, { do: 'unmerge', one, main: one }),
          after,
        );
        expect(undone).toEqual(originals);
      }),
      { numRuns: 300 },
    );
    expect(merged).toBeGreaterThan(100);
  });
});
