import type { Contact, Matter } from './matter-types.ts';

export type RequiredContact = {
  readonly assignmentId: number;
  readonly stage: Contact['stage'];
  /** At least one through one of these; empty: any way. */
  readonly channels: readonly string[];
  readonly present: boolean;
};

const isStage = (value: unknown): value is Contact['stage'] =>
  value === 'before' || value === 'during' || value === 'after';

/** Contacts that the ruleset still wants, as the server said it beside the buttons of the replies (law 4). */
export const requiredContacts = ({ replies }: Pick<Matter, 'replies'>): readonly RequiredContact[] =>
  replies.flatMap((reply) => {
    const refusal = reply.allowedActions.find((one) => one.refusal?.code === 'contact-required')?.refusal;
    const stage = refusal?.params['stage'];
    if (!isStage(stage)) return [];
    const channels = refusal?.params['channels'];
    return [
      {
        assignmentId: reply.assignmentId,
        stage,
        channels: Array.isArray(channels) ? channels.map(String) : [],
        present: refusal?.params['present'] === 'yes',
      },
    ];
  });
