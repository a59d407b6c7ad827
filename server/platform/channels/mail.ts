/** Mail by SMTP. The message's id is its Message-ID: a mail server or reader that has it already drops the second. */
import { createTransport } from 'nodemailer';
import {
  type Channel,
  type ChannelSettings,
  channelDown,
  delivered,
  type Outcome,
  refused,
  tryLater,
} from './channel.ts';
import { faultOutcome } from './http-request.ts';
import { oneLine, plainText } from './message-text.ts';
import type { OutgoingGuard } from './outgoing-guard.ts';

type SmtpFault = { readonly code?: unknown; readonly responseCode?: unknown };

/** Codes of nodemailer that are about the connection or the sign-in, not about this mail. */
const channelCodes = new Set([
  'EAUTH',
  'ECONNECTION',
  'ETIMEDOUT',
  'ESOCKET',
  'EDNS',
  'ETLS',
  'ENOAUTH',
  'EPROXY',
]);

const outcomeOf = (fault: unknown): Outcome => {
  const { code, responseCode } = (fault ?? {}) as SmtpFault;
  const status = typeof responseCode === 'number' ? responseCode : 0;
  // 421: the server closes; 454 and 53x: it is about the sign-in (RFC 5321, RFC 4954).
  if (status === 421 || status === 454 || (status >= 530 && status <= 538))
    return channelDown(`smtp-${status}`);
  if (status >= 500) return refused(`smtp-${status}`);
  if (status >= 400) return tryLater(`smtp-${status}`);
  if (typeof code === 'string' && channelCodes.has(code)) return channelDown(`smtp-${code}`);
  return faultOutcome(fault);
};

export const mailChannel = (
  settings: ChannelSettings,
  secrets: ChannelSettings,
  guard: OutgoingGuard,
): Channel => {
  const { host = '', port = '465', security = 'tls', from = '', user = '' } = settings;
  const domain = from.split('@')[1] ?? 'localhost';
  const optionsFor = (address: string) => ({
    host: address,
    port: Number(port),
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    tls: { servername: host },
    ...(user === '' ? {} : { auth: { user, pass: secrets['password'] ?? '' } }),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 15_000,
    // Nothing in a message may make the mailer read a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    kind: 'mail',
    send: async ({ id, to, content }, signal) => {
      try {
        const { address } = await guard.pin(host);
        const transport = createTransport(optionsFor(address));
        const stop = (): void => transport.close();
        signal.addEventListener('abort', stop, { once: true });
        try {
          await transport.sendMail({
            messageId: `<${id}@${domain}>`,
            from: { name: oneLine(content.place), address: from },
            // As an address, not as a header to be read: a comma or a line break makes no second receiver.
            to: { name: '', address: to },
            subject: oneLine(content.subject),
            text: plainText(content),
            headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
          });
        } finally {
          signal.removeEventListener('abort', stop);
          transport.close();
        }
        return delivered;
      } catch (fault) {
        return outcomeOf(fault);
      }
    },
  };
};
