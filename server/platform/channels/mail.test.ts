import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakeMailServer, fakeMailServer } from '#test/support/fakes/mail-server.ts';
import type { MessageContent } from './channel.ts';
import { openChannel } from './open-channel.ts';
import { outgoingGuard } from './outgoing-guard.ts';

let server: FakeMailServer;
beforeEach(async () => {
  server = await fakeMailServer({ user: 'luoshi', password: 'secret' });
});
afterEach(() => server.close());

const content: MessageContent = {
  language: 'zh',
  place: '云川市',
  person: { id: 7, name: '办理员' },
  urgent: false,
  subject: '新交办，请签收 20260001',
  items: [
    {
      id: 1,
      kind: 'assigned',
      text: '新交办，请签收',
      caseNo: '20260001',
      title: '关于公交的建议',
      link: null,
      at: '2026-03-02T02:00:00.000Z',
    },
  ],
  link: 'https://luoshi.example.cn/matters/1',
};

const send = (given: Partial<MessageContent> = {}, to = 'jingban@example.cn', password = 'secret') =>
  openChannel(
    'mail',
    {
      host: '127.0.0.1',
      port: String(server.port),
      security: 'none',
      from: 'luoshi@example.cn',
      user: 'luoshi',
    },
    { password },
    outgoingGuard('127.0.0.1'),
  ).send({ id: 'msg_1', to, content: { ...content, ...given } }, AbortSignal.timeout(5_000));

const headersOf = (raw: string): string => raw.slice(0, raw.indexOf('\r\n\r\n'));

describe('a mail', () => {
  it('carries our id, says that a machine wrote it, and what happened', async () => {
    expect(await send()).toEqual({ outcome: 'delivered' });
    const [mail] = server.mails;
    expect(mail?.to).toEqual(['jingban@example.cn']);
    const headers = headersOf(mail?.raw ?? '');
    expect(headers).toContain('Message-ID: <msg_1@example.cn>');
    expect(headers).toContain('Auto-Submitted: auto-generated');
    const body = Buffer.from((mail?.raw ?? '').split('\r\n\r\n')[1] ?? '', 'base64').toString('utf8');
    expect(body).toContain('20260001 关于公交的建议');
    expect(body).toContain('https://luoshi.example.cn/matters/1');
  });

  it.each([
    ['subject', { subject: '新\r\nBcc: evil@example.com\r\n\r\nbody' }],
    ['subject, bare line feed', { subject: '新\nBcc: evil@example.com' }],
    ['place, as the sender’s name', { place: '云川"\r\nBcc: evil@example.com\r\nX: "' }],
    ['subject, line separator', { subject: '新\u2028Bcc: evil@example.com\u0085Bcc: evil@example.com' }],
  ])('with a line break in the %s has no further header and no further receiver', async (_, given) => {
    expect(await send(given)).toEqual({ outcome: 'delivered' });
    const [mail] = server.mails;
    expect(mail?.to).toEqual(['jingban@example.cn']);
    expect(headersOf(mail?.raw ?? '')).not.toMatch(/^Bcc:/im);
  });

  it.each([
    'a@example.cn, evil@example.com',
    'a@example.cn\r\nRCPT TO:<evil@example.com>',
    '"x" <evil@example.com>',
  ])('to “%s” reaches nobody else', async (to) => {
    await send({}, to);
    expect(server.mails.flatMap((mail) => mail.to)).not.toContain('evil@example.com');
  });
});

describe('the server’s word', () => {
  it.each([
    [550, { outcome: 'refused', reason: 'smtp-550' }],
    [450, { outcome: 'retry', blame: 'message', reason: 'smtp-450' }],
    [421, { outcome: 'retry', blame: 'channel' }],
  ])('%s to the receiver', async (code, outcome) => {
    server.refuse = { code };
    expect(await send()).toMatchObject(outcome);
  });

  it('a wrong password is the channel’s fault', async () => {
    expect(await send({}, 'jingban@example.cn', 'wrong')).toMatchObject({
      outcome: 'retry',
      blame: 'channel',
    });
  });
});
