/** The demo city's own submissions: each persona finds something to write, to sign and to follow. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDemoCity, type DemoStage } from '#test/support/demo-city.ts';

let city: DemoStage;
beforeAll(async () => {
  city = await createDemoCity('2026-05-20');
}, 240_000);
afterAll(() => city.close());

test('the member among the personas sits on a panel, and one proposal waits for his opinion', async () => {
  const desk = await city.get<{ items: { id: number; step: { code: string } | null }[] }>(
    'weiyuan',
    '/api/review',
  );
  expect(desk.items.map(({ step }) => step?.code)).toEqual(['rereview']);
  const id = desk.items[0]?.id ?? 0;
  const page = await city.get<{ allowedActions: { action: string; refusal: unknown }[] }>(
    'weiyuan',
    `/api/submissions/${id}`,
  );
  expect(page.allowedActions.flatMap(({ action, refusal }) => (refusal === null ? [action] : []))).toContain(
    'takeStep',
  );
});

type Mine = { items: { state: string; next: { what: string; mine: boolean } | null }[]; total: number };
type Invitations = { items: { id: number; again: boolean; closed: boolean }[] };
type Forms = { items: { kind: string }[] };

test.each([
  ['daibiao', 'suggestion', ['write', 'gather', 'revise']],
  ['weiyuan', 'proposal', ['write', 'agreeToWithdraw']],
] as const)('%s writes, is asked to sign once more and for the first time', async (who, kind, next) => {
  const mine = await city.get<Mine>(who, '/api/submissions/mine');
  expect(mine.items.flatMap((one) => one.next?.what ?? [])).toEqual(expect.arrayContaining([...next]));
  const invitations = await city.get<Invitations>(who, '/api/submissions/to-sign');
  expect(invitations.items.map(({ again }) => again).sort()).toEqual([false, true]);
  expect(invitations.items.some(({ closed }) => closed)).toBe(false);
  // Nobody of one organ is offered to write to the other.
  const forms = await city.get<Forms>(who, '/api/submissions/forms');
  expect(forms.items.map((form) => form.kind)).toEqual([kind]);
});
