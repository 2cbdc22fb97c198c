import { itemsOf, readMessage } from '@qihang/server/features/wechat-push/message';
import {
  eventTime,
  isTimely,
  leavingCause,
  subscriptionEventOf,
} from '@qihang/server/features/wechat-push/rules';
import { decrypted, isSigned, signatureOf } from '@qihang/server/features/wechat-push/signature';

describe('signatures', () => {
  // The example of WeChat's own documents.
  const words = ['AAAAA', '1714036504', '1514711492'] as const;
  const signature = 'f464b24fc39322e44b38aa78f5edd27bd1441696';

  it("agree with WeChat's example", () => {
    expect(signatureOf(...words)).toBe(signature);
    expect(isSigned(signature, ...words)).toBe(true);
  });

  it.each(['', signature.slice(1), signature.replace('f', 'e'), signature.toUpperCase()])(
    'are not %p',
    (wrong) => {
      expect(isSigned(wrong, ...words)).toBe(false);
    },
  );
});

describe('readMessage', () => {
  const read = {
    Event: 'user_authorization_revoke',
    OpenID: 'oaKk343WOktAaT2ygsX138BGblrg',
    CreateTime: '1626857200',
  };

  it('reads XML, with CDATA, numbers, line breaks, entities and lists beside', () => {
    const xml = `<xml>
<Event><![CDATA[user_authorization_revoke]]></Event>
<OpenID><![CDATA[oaKk343WOktAaT2ygsX138BGblrg]]></OpenID>
<CreateTime>1626857200</CreateTime>
<Name>A &amp; B</Name>
<List><TemplateId><![CDATA[t1]]></TemplateId></List>
</xml>`;
    expect(readMessage(xml)).toMatchObject({ ...read, Name: 'A & B' });
  });

  it('reads JSON, where a number may come as text and names with a space before them', () => {
    const json =
      '{"Event":"user_authorization_revoke"," OpenID":"oaKk343WOktAaT2ygsX138BGblrg","CreateTime":1626857200,"List":{"a":1}}';
    expect(readMessage(json)).toEqual(read);
  });

  it.each(['', 'no push', '[1]', 'null', '<xml>', '<html></html>', '{"a":', '<!DOCTYPE x []><xml></xml>'])(
    'takes %p for no message',
    (text) => {
      expect(readMessage(text)).toBeNull();
    },
  );

  it('expands no entity that a document defines', () => {
    expect(readMessage('<xml><!ENTITY a "b"><Event>&a;</Event></xml>')).toBeNull();
    expect(readMessage('<xml><Event>&a;</Event></xml>')).toEqual({ Event: '&a;' });
  });
});

it.each(['', 'AAAA', 'not base64 at all', Buffer.alloc(64, 7).toString('base64')])(
  'finds no message in %p',
  (encrypted) => {
    expect(decrypted(encrypted, Buffer.alloc(32, 1))).toBeNull();
  },
);

it.each([
  ['1795142640', true],
  ['1795142340', true],
  ['1795142339', false],
  ['1795142941', false],
  ['', false],
  ['17951426400', false],
])('timestamp %p is timely at 1795142640: %s', (timestamp, timely) => {
  expect(isTimely(timestamp, new Date(1_795_142_640_000))).toBe(timely);
});

it.each([
  ['user_authorization_revoke', 'wechat-revoked'],
  ['user_authorization_cancellation', 'wechat-cancelled'],
  ['user_info_modified', null],
  ['wxa_media_check', null],
  ['constructor', null],
])('%s closes an account as %s', (event, cause) => {
  expect(leavingCause(event)).toBe(cause);
});

describe('the items of a message about subscriptions', () => {
  const one = { TemplateId: 'VRR0UEO9VJOLs0MHlU0OilqX6MVFDwH3_3gz3Oc0NIc', SubscribeStatusString: 'accept' };
  const two = { TemplateId: '9nLIlbOQZC5Y89AZteFEux3WCXRRRG5Wfzkpssu4bLI', SubscribeStatusString: 'reject' };

  it('are an object for one and a list for several in JSON', () => {
    expect(itemsOf(JSON.stringify({ Event: 'subscribe_msg_popup_event', List: one }))).toEqual([one]);
    expect(itemsOf(JSON.stringify({ List: [one, two] }))).toEqual([one, two]);
  });

  it('keep every digit of a msgid, also where it is a number', () => {
    const json = `{"List":{"TemplateId":"t","MsgID":1988810812324364291,"ErrorCode":0,"ErrorStatus":"success"}}`;
    expect(itemsOf(json)).toEqual([
      { TemplateId: 't', MsgID: '1988810812324364291', ErrorCode: '0', ErrorStatus: 'success' },
    ]);
  });

  it('stand in a list each in XML, below the name of the event or not', () => {
    const item = ({ TemplateId, SubscribeStatusString }: typeof one) =>
      `<List><TemplateId><![CDATA[${TemplateId}]]></TemplateId>
<SubscribeStatusString><![CDATA[${SubscribeStatusString}]]></SubscribeStatusString><PopupScene>0</PopupScene></List>`;
    const lists = item(one) + item(two);
    const items = [one, two].map((fields) => ({ ...fields, PopupScene: '0' }));
    expect(itemsOf(`<xml><SubscribeMsgPopupEvent>${lists}</SubscribeMsgPopupEvent></xml>`)).toEqual(items);
    expect(itemsOf(`<xml>${lists}</xml>`)).toEqual(items);
  });

  it.each(['', '{}', '{"List":null}', '{"List":"x"}', 'null', '<xml></xml>', '{"a":'])(
    'are nothing in %p',
    (text) => {
      expect(itemsOf(text).filter((item) => Object.keys(item).length > 0)).toEqual([]);
    },
  );

  it('come with these events, at a time of whole seconds that is not ahead of ours', () => {
    const now = new Date('2026-11-20T02:24:00.500Z');
    expect(subscriptionEventOf('subscribe_msg_sent_event')).toBe('sent');
    expect(['', 'toString', 'wxa_media_check'].map(subscriptionEventOf)).toEqual([null, null, null]);
    expect(eventTime({ CreateTime: '1795141439' }, now)).toEqual(new Date('2026-11-20T02:23:59Z'));
    expect(eventTime({ CreateTime: '1795141999' }, now)).toEqual(now);
    expect(eventTime({}, now)).toEqual(now);
  });
});
