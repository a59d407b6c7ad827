/** 飞书, as its documentation describes tenant_access_token and im/v1/messages; no real server was asked. */
import { type FakeServer, fakeServer, sendJson } from './fake-server.ts';

export type FakeFeishu = FakeServer & {
  readonly sent: {
    readonly to: string;
    readonly type: string;
    readonly text: string;
    readonly uuid: string;
  }[];
  readonly tokens: { count: number };
  expire: () => void;
  readonly answers: { readonly code: number; readonly msg: string; readonly status: number }[];
};

export const fakeFeishu = async (known: {
  appId: string;
  appSecret: string;
  users: readonly string[];
}): Promise<FakeFeishu> => {
  const sent: { to: string; type: string; text: string; uuid: string }[] = [];
  const answers: { code: number; msg: string; status: number }[] = [];
  const tokens = { count: 0 };
  let good = '';
  const server = await fakeServer(({ method, path, query, headers, body }, response) => {
    if (method === 'POST' && path === '/open-apis/auth/v3/tenant_access_token/internal') {
      const given = JSON.parse(body) as { app_id: string; app_secret: string };
      if (given.app_id !== known.appId) return sendJson(response, { code: 10003, msg: 'invalid param' }, 400);
      if (given.app_secret !== known.appSecret)
        return sendJson(response, { code: 10014, msg: 'app secret invalid' });
      tokens.count += 1;
      good = `t-${tokens.count}`;
      return sendJson(response, { code: 0, msg: 'ok', tenant_access_token: good, expire: 7200 });
    }
    if (method !== 'POST' || path !== '/open-apis/im/v1/messages') return void response.writeHead(404).end();
    if (headers.authorization !== `Bearer ${good}`)
      return sendJson(response, { code: 99991663, msg: 'Invalid access token for authorization.' }, 400);
    const next = answers.shift();
    if (next !== undefined) return sendJson(response, { code: next.code, msg: next.msg }, next.status);
    const message = JSON.parse(body) as {
      receive_id: string;
      msg_type: string;
      content: string;
      uuid: string;
    };
    if (!known.users.includes(message.receive_id))
      return sendJson(
        response,
        { code: 230001, msg: 'Your request contains an invalid request parameter.' },
        400,
      );
    const { text } = JSON.parse(message.content) as { text: string };
    // One message for one uuid within an hour.
    if (!sent.some((one) => one.uuid === message.uuid))
      sent.push({
        to: message.receive_id,
        type: query.get('receive_id_type') ?? '',
        text,
        uuid: message.uuid,
      });
    return sendJson(response, { code: 0, msg: 'success', data: { message_id: `om_${sent.length}` } });
  });
  return Object.assign(server, {
    sent,
    answers,
    tokens,
    expire: () => {
      good = 'over';
    },
  });
};
