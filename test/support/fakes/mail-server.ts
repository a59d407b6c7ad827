/** A real SMTP server (smtp-server of the authors of the mailer, another program), which keeps what it gets. */
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

export type ReceivedMail = { readonly from: string; readonly to: readonly string[]; readonly raw: string };

export type FakeMailServer = {
  readonly port: number;
  readonly mails: ReceivedMail[];
  /** What RCPT answers next; null: taken. */
  refuse: { readonly code: number } | null;
  readonly close: () => Promise<void>;
};

export const fakeMailServer = async (login: { user: string; password: string }): Promise<FakeMailServer> => {
  const mails: ReceivedMail[] = [];
  const fake = { refuse: null as { code: number } | null };
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    authOptional: false,
    onAuth: (auth, _, done) =>
      auth.username === login.user && auth.password === login.password
        ? done(null, { user: login.user })
        : done(Object.assign(new Error('no'), { responseCode: 535 })),
    onRcptTo: (_, __, done) => {
      const { refuse } = fake;
      if (refuse === null) return done();
      return done(Object.assign(new Error('no'), { responseCode: refuse.code }));
    },
    onData: (stream, session, done) => {
      const keep = async (): Promise<void> => {
        const raw = await text(stream);
        const { mailFrom, rcptTo } = session.envelope;
        mails.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          raw,
        });
        done();
      };
      void keep();
    },
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.server.address();
  return Object.assign(fake, {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    mails,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
      }),
  });
};
