/**
 * Bodies as the real service sent them. Where the source gives errcode and errmsg with its rid left out, a rid in the
 * real form stands in its place.
 */
export const recorded = {
  session: '{"session_key":"yUfyE4+CY30rurIkpZKOAg==","openid":"oQLWI6NkM9x1fJDX3yxAz2-5peSM"}',
  sessionWithErrcode:
    '{"errcode":0,"errmsg":"ok","session_key":"yUfyE4+CY30rurIkpZKOAg==","openid":"oQLWI6NkM9x1fJDX3yxAz2-5peSM"}',
  token: '{"access_token":"ACCESS_TOKEN","expires_in":7200}',
  textCheck:
    '{"errcode":0,"errmsg":"ok","detail":[{"strategy":"content_model","errcode":0,"suggest":"review","label":20001,"prob":90},{"strategy":"keyword","errcode":0}],"trace_id":"64107881-65f15508-586e63ec","result":{"suggest":"review","label":20001}}',
  mediaCheck: '{"errcode":0,"errmsg":"ok","trace_id":"690acb02-0aa28f3e-3678d341"}',
  sent: '{"errcode":0,"errmsg":"ok","msgid":1988810812324364291}',

  /** Body, errcode, rid: its separator changes, older ones have hints instead, and the errmsg may be anything. */
  refusals: [
    [
      '{"errcode":40029,"errmsg":"invalid code, rid: 6129ee10-272863a4-64d75414"}',
      40029,
      '6129ee10-272863a4-64d75414',
    ],
    [
      '{"errcode":40163,"errmsg":"code been used, rid: 6129ee10-272863a4-64d75414"}',
      40163,
      '6129ee10-272863a4-64d75414',
    ],
    [
      '{"errcode":41030,"errmsg":"invalid page rid: 5f3e6c2a-1b2c3d4e-0f1e2d3c"}',
      41030,
      '5f3e6c2a-1b2c3d4e-0f1e2d3c',
    ],
    ['{"errcode":40226,"errmsg":"code blocked, hints: [ req_id: hJeEkSaBe-zMYKNA ]"}', 40226, undefined],
    [
      '{"errcode":-1,"errmsg":"system error rid: 6129ee10-272863a4-64d75414"}',
      -1,
      '6129ee10-272863a4-64d75414',
    ],
    [
      '{"errcode":47003,"errmsg":"argument invalid! data.thing3.value is emtpy rid: 6129ee10-272863a4-64d75414"}',
      47003,
      '6129ee10-272863a4-64d75414',
    ],
    ['{"errcode":45011}', 45011, undefined],
  ] as [body: string, errcode: number, rid: string | undefined][],
};
