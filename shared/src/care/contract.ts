import * as z from 'zod/mini';
import { id, lineText, longText, queryText } from '../contract/fields';
import { defineContract } from '../contract/route';

export const careLimits = { lines: 5, name: 40, about: 80, phone: 30, promise: 200 } as const;

const phone = queryText(3, careLimits.phone).check(
  z.regex(/^[0-9+()\- 转]+$/, '电话只写数字、空格和 + - ( ) 转'),
);

const optionalLine = (max: number) => z.nullable(lineText(1, max));

/** A line to call: `about` says when it answers, or who does. */
const line = z.strictObject({
  name: lineText(1, careLimits.name),
  about: optionalLine(careLimits.about),
  phone,
});

const person = z.strictObject({
  name: lineText(1, careLimits.name),
  about: optionalLine(careLimits.about),
  /** The account of this person, where there is one; those who read the card do not learn it. */
  userId: z.nullable(id),
});

export const careSettings = z.strictObject({
  lines: z.array(line).check(z.maxLength(careLimits.lines)),
  person: z.nullable(person),
  /** What the school promises of when it answers; nothing is promised where it is null. */
  promise: z.nullable(longText(1, careLimits.promise)),
});
export type CareSettings = z.output<typeof careSettings>;

/** Whom a person may turn to: shown on the spot where words sound like despair, and to anybody who looks for it. */
export const careContact = z.object({
  lines: z.array(z.object({ name: z.string(), about: z.nullable(z.string()), phone: z.string() })),
  person: z.nullable(z.object({ name: z.string(), about: z.nullable(z.string()) })),
  promise: z.nullable(z.string()),
});
export type CareContact = z.output<typeof careContact>;

export const careContract = defineContract({
  show: {
    method: 'GET',
    path: '/care',
    summary: 'Whom a person in distress may turn to, as the school filled it in',
    access: 'public',
    response: careContact,
    keepSeconds: 60,
  },
  settings: {
    method: 'GET',
    path: '/admin/care',
    summary: 'The care contact with the account of its person, to be changed',
    access: 'admin',
    response: careSettings,
  },
  save: {
    method: 'PUT',
    path: '/admin/care',
    summary: 'Fill in whom a person in distress may turn to',
    access: 'admin',
    body: careSettings,
    response: careSettings,
    errors: ['resource.not-found'],
  },
});
