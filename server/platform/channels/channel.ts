/** What every channel beside the app is to the rest of the product: one function that sends one message. */
import type { ChannelKind } from '#contract/channel-fields.ts';
import type { Language } from '#contract/messages/message.ts';
import type { Instant } from '#core/words.ts';

export type MessageItem = {
  /** Id of the notice. */
  readonly id: number;
  readonly kind: string;
  /** What happened, in the reader's language. */
  readonly text: string;
  /** Null where the reader may not be told which matter (law 12), or it is about none. */
  readonly caseNo: string | null;
  readonly title: string | null;
  readonly link: string | null;
  readonly at: Instant;
};

/** What a message says, fixed before the first attempt; every channel draws its own form from it, always the same. */
export type MessageContent = {
  readonly language: Language;
  /** Name of the city: who is speaking. */
  readonly place: string;
  readonly person: { readonly id: number; readonly name: string };
  readonly urgent: boolean;
  readonly subject: string;
  readonly items: readonly MessageItem[];
  /** Where all of it can be read; null: nobody has told the product its own address. */
  readonly link: string | null;
};

export type OutgoingMessage = {
  /** Fixed with the content. Whoever receives it twice drops the second. */
  readonly id: string;
  /** Empty for a channel that has one receiver only. */
  readonly to: string;
  readonly content: MessageContent;
  /** It was taken up before, so that it may have arrived already. */
  readonly repeated?: boolean;
};

export type Outcome =
  | { readonly outcome: 'delivered' }
  /**
   * Later perhaps. `blame`: of the channel, which is then left alone for a while and costs the message none of its
   * attempts, or of this message. `afterMs`: what the provider asked for.
   */
  | {
      readonly outcome: 'retry';
      readonly blame: 'channel' | 'message';
      readonly reason: string;
      readonly afterMs?: number;
    }
  /** Never: this address, this content. */
  | { readonly outcome: 'refused'; readonly reason: string };

export type Channel = {
  readonly kind: ChannelKind;
  /** Never rejects. `signal`: the time for one attempt is over. */
  readonly send: (message: OutgoingMessage, signal: AbortSignal) => Promise<Outcome>;
};

export const delivered: Outcome = { outcome: 'delivered' };
export const refused = (reason: string): Outcome => ({ outcome: 'refused', reason });
export const channelDown = (reason: string, afterMs?: number): Outcome => ({
  outcome: 'retry',
  blame: 'channel',
  reason,
  ...(afterMs === undefined ? {} : { afterMs }),
});
export const tryLater = (reason: string): Outcome => ({ outcome: 'retry', blame: 'message', reason });

export type ChannelSettings = Readonly<Record<string, string>>;
