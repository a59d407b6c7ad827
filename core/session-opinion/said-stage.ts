import type { SessionOpinionState } from './session-opinion.ts';

/** How far an opinion is, as the speaker reads it; `partly`: some of the units have answered. */
export type SaidStage = 'received' | 'forwarded' | 'partly' | 'answered' | 'closed' | 'notForwarded';

/** What of an opinion and its way to the units tells how far it is. `sent`: the unit still owes its answer. */
export type SaidTrace = {
  readonly state: SessionOpinionState;
  readonly forwardedOn: string | null;
  readonly answers: readonly { readonly state: 'sent' | 'answered' | 'closed' }[];
};

/** It is answered, or closed, once every unit to which it went has answered, or every answer is closed. */
export const saidStage = ({ state, forwardedOn, answers }: SaidTrace): SaidStage => {
  if (state === 'dropped') return 'notForwarded';
  if (forwardedOn === null) return 'received';
  const waiting = answers.filter((one) => one.state === 'sent').length;
  if (waiting === answers.length) return 'forwarded';
  if (waiting > 0) return 'partly';
  return answers.every((one) => one.state === 'closed') ? 'closed' : 'answered';
};
