import { check } from '@qihang/shared/contract/messages';
import type * as z from 'zod';
import { contracts } from '../support/contracts';

/**
 * Every text that a person types and a machine compares, found in the contracts: all of a query, and of a body what has a form
 * of its own. Each must take what an input method in full-width mode makes of it.
 */

type Schema = z.core.$ZodType;
interface Door {
  at: string;
  schema: Schema;
  inQuery: boolean;
}

/** Made by programs or chosen from what is stored, and never typed; or kept as it is typed. */
const exempt =
  /\.(?:cursor|ids?|\w+Ids?|actor|college|className|board|slug|token|digest|version|hash|password|current|next|targetType|action|url|cover|sheet|except|to|into|group|like)(?:\[\])?$|^session\.wechat |^uploads\.create query\.name$/;

function textsOf(schema: Schema, at: string, inQuery: boolean): Door[] {
  const { def } = (schema as z.core.$ZodType)._zod;
  switch (def.type) {
    case 'object': {
      const { shape } = def as z.core.$ZodObjectDef;
      return Object.entries(shape).flatMap(([key, one]) => textsOf(one, `${at}.${key}`, inQuery));
    }
    case 'array':
      return textsOf((def as z.core.$ZodArrayDef).element, `${at}[]`, inQuery);
    case 'optional':
    case 'nullable':
    case 'default':
      return textsOf((def as z.core.$ZodOptionalDef).innerType, at, inQuery);
    case 'string':
      return [{ at, schema, inQuery }];
    default:
      return [];
  }
}

const samples = ['2027-04-15', '2027-04-15T18:00', 'a1@b2.com', 'ACD34679', '20230415', 'A1'];
const wide = (text: string) =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

const taken = (schema: Schema, text: string) => {
  const result = check(schema, text);
  return result.ok ? result.value : undefined;
};
/** Whether the text has a form: a sentence does not fit. */
const hasForm = ({ schema }: Door) => taken(schema, '随便写一句话，有标点。') === undefined;

const doors = contracts.flatMap(([feature, contract]) =>
  Object.entries(contract).flatMap(([name, route]) => {
    const at = `${feature}.${name}`;
    return [
      ...(route.query ? textsOf(route.query, `${at} query`, true) : []),
      ...(route.body ? textsOf(route.body, `${at} body`, false) : []),
    ];
  }),
);
const typed = doors.filter((door) => !exempt.test(door.at) && (door.inQuery || hasForm(door)));

describe('full-width input', () => {
  it('has doors: student numbers, class codes, dates, mail, queries, cities', () => {
    const names = typed.map(({ at }) => at);
    for (const door of [
      'session.password body.studentNo',
      'session.activate body.studentNo',
      'session.activate body.code',
      'verification.verify body.studentNo',
      'search.search query.q',
      'jobs.list query.q',
      'jobs.list query.city[]',
      'jobs.create body.deadline',
      'jobs.create body.apply.email',
      'roster.list query.q',
      'people.list query.q',
    ])
      expect(names).toContain(door);
  });

  it.each(typed.map((door) => [door.at, door] as const))('%s means the half-width text', (_, { schema }) => {
    const fitting = samples.filter((text) => taken(schema, text) !== undefined);
    // Words of a list (open, closed) are chosen and not typed.
    for (const text of fitting) expect(taken(schema, wide(text))).toEqual(taken(schema, text));
  });

  it('leaves passwords alone', () => {
    const door = doors.find(({ at }) => at === 'session.password body.password');
    expect(door && taken(door.schema, 'ａｂｃ１２３４５')).toBe('ａｂｃ１２３４５');
  });
});
