/** Each provider's adapter against a server that answers as the provider's documentation says. */
import { afterEach, describe, expect, it } from 'vitest';
import { fakeAliyun } from '#test/support/fakes/aliyun-sms.ts';
import { fakeDingtalk } from '#test/support/fakes/dingtalk.ts';
import { type FakeServer, fakeServer } from '#test/support/fakes/fake-server.ts';
import { fakeFeishu } from '#test/support/fakes/feishu.ts';
import { fakeWecom } from '#test/support/fakes/wecom.ts';
import type { Channel, MessageContent, Outcome } from './channel.ts';
import { openChannel } from './open-channel.ts';
import { outgoingGuard } from './outgoing-guard.ts';

const guard = outgoingGuard('127.0.0.1');
const open: FakeServer[] = [];
const keep = <T extends FakeServer>(server: T): T => {
  open.push(server);
  return server;
};
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

const content = (over: Partial<MessageContent> = {}): MessageContent => ({
  language: 'zh',
  place: '云川市',
  person: { id: 7, name: '办理员' },
  urgent: false,
  subject: '新交办',
  items: [
    {
      id: 1,
      kind: 'assigned',
      text: '新交办，请签收',
      caseNo: '20260001',
      title: '关于“公交”的建议',
      link: 'https://luoshi.example.cn/matters/1',
      at: '2026-03-02T02:00:00.000Z',
    },
  ],
  link: 'https://luoshi.example.cn/matters/1',
  ...over,
});

const send = (channel: Channel, to: string, given = content(), id = 'msg_1'): Promise<Outcome> =>
  channel.send({ id, to, content: given }, AbortSignal.timeout(5_000));

describe('企业微信', () => {
  const known = { corpId: 'ww1', secret: 's1', users: ['jingban'] };
  const start = async (secret = 's1') => {
    const server = keep(await fakeWecom(known));
    const settings = { url: server.url, corpId: 'ww1', agentId: '1000002' };
    return { server, channel: openChannel('wecom', settings, { secret }, guard) };
  };

  it('sends with one token, and a repeat of the message is not shown twice', async () => {
    const { server, channel } = await start();
    expect(await send(channel, 'jingban')).toEqual({ outcome: 'delivered' });
    expect(await send(channel, 'jingban')).toEqual({ outcome: 'delivered' });
    expect(server.tokens.count).toBe(1);
    expect(server.sent).toHaveLength(1);
    expect(server.sent[0]?.content).toContain('新交办，请签收\n20260001 关于“公交”的建议');
  });

  it('gets a new token when the one it holds is over', async () => {
    const { server, channel } = await start();
    await send(channel, 'jingban');
    server.expire();
    expect(await send(channel, 'jingban', content({ subject: 'b', items: [] }))).toEqual({
      outcome: 'delivered',
    });
    expect(server.tokens.count).toBe(2);
  });

  it('tells a person that nobody knows from an application that does not work', async () => {
    const { server, channel } = await start();
    expect(await send(channel, 'nobody')).toEqual({ outcome: 'refused', reason: 'wecom-81013' });
    server.answers.push({ errcode: 45009, errmsg: 'api freq out of limit' });
    expect(await send(channel, 'jingban')).toMatchObject({
      outcome: 'retry',
      blame: 'channel',
      reason: 'wecom-45009',
    });
    const wrong = await start('other');
    expect(await send(wrong.channel, 'jingban')).toMatchObject({
      outcome: 'retry',
      blame: 'channel',
      reason: 'wecom-40001',
    });
  });

  it('fits 2,048 bytes and says how many are left out', async () => {
    const { server, channel } = await start();
    const [item] = content().items;
    const items = Array.from({ length: 50 }, (_, id) => ({
      ...(item as MessageContent['items'][number]),
      id,
    }));
    expect(await send(channel, 'jingban', content({ items }))).toEqual({ outcome: 'delivered' });
    const text = server.sent[0]?.content ?? '';
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2_048);
    expect(text).toMatch(/另有 \d+ 条，请登录查看。/);
  });
});

describe('钉钉', () => {
  const start = async (appSecret = 's1') => {
    const server = keep(await fakeDingtalk({ appKey: 'k1', appSecret: 's1' }));
    const settings = { url: server.url, appKey: 'k1', agentId: '123' };
    return { server, channel: openChannel('dingtalk', settings, { appSecret }, guard) };
  };

  it('sends a work notification, and takes a new token when the old one is over (88 with 40014 inside)', async () => {
    const { server, channel } = await start();
    expect(await send(channel, 'u1')).toEqual({ outcome: 'delivered' });
    server.expire();
    expect(await send(channel, 'u2')).toEqual({ outcome: 'delivered' });
    expect(server.tokens.count).toBe(2);
    expect(server.sent.map(({ userid }) => userid)).toEqual(['u1', 'u2']);
  });

  it('waits when it is too often, refuses what is wrong with this message', async () => {
    const { server, channel } = await start();
    server.answers.push({ errcode: 90018, errmsg: '您的企业调用该接口超过了限制' });
    expect(await send(channel, 'u1')).toMatchObject({ outcome: 'retry', blame: 'channel' });
    server.answers.push({ errcode: 33012, errmsg: '无效的USERID' });
    expect(await send(channel, 'u1')).toEqual({ outcome: 'refused', reason: 'dingtalk-33012' });
    const wrong = await start('other');
    expect(await send(wrong.channel, 'u1')).toMatchObject({
      outcome: 'retry',
      blame: 'channel',
      reason: 'dingtalk-40089',
    });
  });
});

describe('飞书', () => {
  const start = async (appSecret = 's1') => {
    const server = keep(await fakeFeishu({ appId: 'cli_1', appSecret: 's1', users: ['u1'] }));
    const settings = { url: server.url, appId: 'cli_1', receiveIdType: 'user_id' };
    return { server, channel: openChannel('feishu', settings, { appSecret }, guard) };
  };

  it('sends under our id, so that the provider drops a repeat', async () => {
    const { server, channel } = await start();
    await send(channel, 'u1');
    server.expire();
    expect(await send(channel, 'u1')).toEqual({ outcome: 'delivered' });
    expect(server.sent).toHaveLength(1);
    expect(server.sent[0]).toMatchObject({ to: 'u1', type: 'user_id', uuid: 'msg_1' });
  });

  it('tells the faults apart', async () => {
    const { server, channel } = await start();
    expect(await send(channel, 'nobody')).toEqual({ outcome: 'refused', reason: 'feishu-230001' });
    server.answers.push({ code: 99991400, msg: 'request trigger frequency limit', status: 400 });
    expect(await send(channel, 'u1')).toMatchObject({
      outcome: 'retry',
      blame: 'channel',
      reason: 'feishu-99991400',
    });
    const wrong = await start('other');
    expect(await send(wrong.channel, 'u1')).toMatchObject({
      outcome: 'retry',
      blame: 'channel',
      reason: 'feishu-10014',
    });
  });
});

describe('短信', () => {
  it('goes to 阿里云 signed as it wants it, without the title', async () => {
    const server = keep(await fakeAliyun({ keyId: 'id1', key: 'sec(ret)*' }));
    const settings = {
      shape: 'aliyun',
      url: server.url,
      keyId: 'id1',
      signName: '云川 政务',
      templateCode: 'SMS_1',
    };
    const channel = openChannel('sms', settings, { key: 'sec(ret)*' }, guard);
    expect(await send(channel, '19900000001')).toEqual({ outcome: 'delivered' });
    expect(server.sent[0]).toMatchObject({ phone: '19900000001', outId: 'msg_1' });
    expect(server.sent[0]?.param).toContain('20260001');
    expect(server.sent[0]?.param).not.toContain('公交');
    const again = (id: string) =>
      channel.send({ id, to: '19900000001', content: content(), repeated: true }, AbortSignal.timeout(5_000));
    // What a killed worker had sent is found there and not sent again; what it had not sent goes out.
    expect([await again('msg_1'), await again('msg_2')]).toEqual([
      { outcome: 'delivered' },
      { outcome: 'delivered' },
    ]);
    expect(server.sent.map(({ outId }) => outId)).toEqual(['msg_1', 'msg_2']);
    server.answers.push({ Code: 'isv.BUSINESS_LIMIT_CONTROL', Message: '', status: 200 });
    expect(await send(channel, '19900000001')).toMatchObject({ outcome: 'retry', blame: 'message' });
    server.answers.push({ Code: 'isv.MOBILE_NUMBER_ILLEGAL', Message: '', status: 200 });
    expect(await send(channel, '123456')).toMatchObject({ outcome: 'refused' });
    const wrong = openChannel('sms', settings, { key: 'other' }, guard);
    expect(await send(wrong, '19900000001')).toMatchObject({
      outcome: 'retry',
      blame: 'channel',
      reason: 'SignatureDoesNotMatch',
    });
  });

  it('goes to a gateway by its template; a value never becomes part of the form', async () => {
    const bodies: string[] = [];
    const server = keep(
      await fakeServer(({ body }, response) => {
        bodies.push(body);
        response.end('{"result":0}');
      }),
    );
    const text = '"},{"to":"{key}&x=1';
    const evil = content({ items: [{ ...(content().items[0] as MessageContent['items'][number]), text }] });
    const base = { shape: 'gateway', url: server.url, success: '"result":0' };
    const json = openChannel(
      'sms',
      { ...base, format: 'json', template: '{"p":"{to}","t":"{text}","k":"{key}"}' },
      { key: 'K' },
      guard,
    );
    expect(await send(json, '19900000001', evil)).toEqual({ outcome: 'delivered' });
    const told = JSON.parse(bodies[0] ?? '') as Record<string, string>;
    expect(Object.keys(told)).toEqual(['p', 't', 'k']);
    expect(told['t']).toContain(text);
    const form = openChannel(
      'sms',
      { ...base, format: 'form', template: 'p={to}&t={text}&k={key}' },
      { key: 'K' },
      guard,
    );
    await send(form, '19900000001', evil);
    expect([...new URLSearchParams(bodies[1])].map(([name]) => name)).toEqual(['p', 't', 'k']);
    const other = openChannel(
      'sms',
      { ...base, success: 'accepted', format: 'json', template: '{}' },
      {},
      guard,
    );
    expect(await send(other, '19900000001')).toMatchObject({ outcome: 'retry', blame: 'message' });
  });
});

it('a provider that is not there is the channel’s fault, and never the message’s', async () => {
  const server = await fakeServer(() => undefined);
  await server.close();
  const channel = openChannel('webhook', { url: server.url }, { secret: 'whsec_AAAA' }, guard);
  expect(await send(channel, '')).toEqual({ outcome: 'retry', blame: 'channel', reason: 'ECONNREFUSED' });
});
