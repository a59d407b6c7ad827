import { expect, test } from 'vitest';
import { type SaidTrace, saidStage } from './said-stage.ts';

const of = (...states: readonly SaidTrace['answers'][number]['state'][]): SaidTrace => ({
  state: 'forwarded',
  forwardedOn: '2026-01-28',
  answers: states.map((state) => ({ state })),
});

test.each([
  [{ ...of(), state: 'dropped' as const, forwardedOn: null }, 'notForwarded'],
  [{ ...of(), state: 'received' as const, forwardedOn: null }, 'received'],
  [of('sent', 'sent'), 'forwarded'],
  [of('sent', 'answered'), 'partly'],
  [of('closed', 'sent'), 'partly'],
  [of('answered', 'closed'), 'answered'],
  [of('closed', 'closed'), 'closed'],
])('%j is %s', (trace, stage) => {
  expect(saidStage(trace)).toBe(stage);
});
