import { type Call, objectOf, type Reply, textReply } from '../exchange';
import { deliver } from '../push';
import { Refusal } from '../refusals';
import { fits, type KeywordType } from '../template-values';
import { admit } from '../tokens';
import { quotaKey, type World } from '../world';

/** Each keyword of the template needs a value of its type. Throws 47003, with the spelling of the real service. */
function checkData(template: Record<string, KeywordType>, data: unknown): void {
  const given = (data ?? {}) as Record<string, { value?: unknown } | undefined>;
  for (const [keyword, type] of Object.entries(template)) {
    const value = given[keyword]?.value;
    if (value === undefined || value === '')
      throw new Refusal(47003, `argument invalid! data.${keyword}.value is emtpy`);
    if (!fits(type, String(value)))
      throw new Refusal(47003, `argument invalid! data.${keyword}.value invalid`);
  }
}

function checkPage({ publishedPages }: World, page: unknown): void {
  if (page === undefined || page === '') return;
  const path = String(page).split('?')[0] ?? '';
  if (!publishedPages.has(path)) throw new Refusal(41030);
}

/** `POST /cgi-bin/message/subscribe/send`: one message for one consent; the msgid is longer than 2^53 and no string. */
export function subscribeSend(world: World, call: Call): Reply {
  admit(world, call.query);
  const { touser, template_id, page, data } = objectOf(call);
  const user = world.users.get(String(touser));
  if (!user || user.foreign) throw new Refusal(40003);
  if (world.sendingTo.has(user.openid)) throw new Refusal(43108);
  const template = world.templates.get(String(template_id));
  if (!template) throw new Refusal(40037);
  checkPage(world, page);
  checkData(template, data);
  const key = quotaKey(user.openid, String(template_id));
  const left = world.quota.get(key) ?? 0;
  if (left === 0) throw new Refusal(43101);
  world.quota.set(key, left - 1);
  world.sendingTo.add(user.openid);
  world.lastMsgid += 2n;
  const msgid = String(world.lastMsgid);
  world.sentMessages.push({ touser, template_id, page, data, msgid });
  void deliver(world, user.openid, {
    Event: 'subscribe_msg_sent_event',
    List: { TemplateId: template_id, MsgID: msgid, ErrorCode: '0', ErrorStatus: 'success' },
  });
  return {
    ...textReply(`{"errcode":0,"errmsg":"ok","msgid":${msgid}}`),
    done: () => void world.sendingTo.delete(user.openid),
  };
}
