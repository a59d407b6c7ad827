/** 阿里云短信 SendSms and QuerySendDetails (RPC, version 2017-05-25), as its documentation describes it; no real server was asked. */
import { createHmac } from 'node:crypto';
import { type FakeServer, fakeServer, sendJson } from './fake-server.ts';

export type FakeAliyun = FakeServer & {
  readonly sent: { readonly phone: string; readonly param: string; readonly outId: string }[];
  readonly answers: { readonly Code: string; readonly Message: string; readonly status: number }[];
};

const encode = (text: string): string =>
  encodeURIComponent(text)
    .replaceAll('!', '%21')
    .replaceAll("'", '%27')
    .replaceAll('(', '%28')
    .replaceAll(')', '%29')
    .replaceAll('*', '%2A');

export const fakeAliyun = async (known: { keyId: string; key: string }): Promise<FakeAliyun> => {
  const sent: { phone: string; param: string; outId: string }[] = [];
  const answers: { Code: string; Message: string; status: number }[] = [];
  const nonces = new Set<string>();
  const server = await fakeServer(({ method, body }, response) => {
    const given = new URLSearchParams(body);
    const fail = (Code: string, status = 400): void =>
      sendJson(response, { Code, Message: Code, RequestId: 'R' }, status);
    if (given.get('AccessKeyId') !== known.keyId) return fail('InvalidAccessKeyId.NotFound', 404);
    const params = [...given].filter(([name]) => name !== 'Signature').sort(([a], [b]) => (a < b ? -1 : 1));
    const query = params.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
    const expected = createHmac('sha1', `${known.key}&`)
      .update(`${method}&%2F&${encode(query)}`)
      .digest('base64');
    if (given.get('Signature') !== expected) return fail('SignatureDoesNotMatch');
    const nonce = given.get('SignatureNonce') ?? '';
    if (nonces.has(nonce)) return fail('SignatureNonceUsed');
    nonces.add(nonce);
    if (given.get('Action') === 'QuerySendDetails') {
      const { length } = given.get('SendDate') ?? '';
      if (length !== 8 || given.get('PageSize') === null || given.get('CurrentPage') === null)
        return fail('isv.INVALID_PARAMETERS');
      const own = sent.filter(({ phone }) => phone === given.get('PhoneNumber'));
      const found = own.map(({ phone, outId }) => ({ PhoneNum: phone, OutId: outId, SendStatus: 1 }));
      return sendJson(response, {
        ...{ Code: 'OK', Message: 'OK', RequestId: 'R', TotalCount: `${found.length}` },
        SmsSendDetailDTOs: { SmsSendDetailDTO: found },
      });
    }
    if (given.get('Action') !== 'SendSms' || given.get('Version') !== '2017-05-25')
      return fail('InvalidAction.NotFound', 404);
    const next = answers.shift();
    if (next !== undefined) return fail(next.Code, next.status);
    sent.push({
      phone: given.get('PhoneNumbers') ?? '',
      param: given.get('TemplateParam') ?? '',
      outId: given.get('OutId') ?? '',
    });
    return sendJson(response, { Code: 'OK', Message: 'OK', BizId: `b${sent.length}`, RequestId: 'R' });
  });
  return Object.assign(server, { sent, answers });
};
