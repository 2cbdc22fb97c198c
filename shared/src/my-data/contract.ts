import * as z from 'zod/mini';
import { instant } from '../contract/fields';
import { defineContract } from '../contract/route';
import { postFates } from './vocabulary';

const section = z.object({
  /** Its name in the export. */
  key: z.string(),
  title: z.string(),
  /** Which fields, in words. */
  what: z.string(),
  why: z.string(),
  kept: z.string(),
  count: z.int(),
});
export type DataSection = z.output<typeof section>;

const closure = z.object({
  requestedAt: instant,
  /** From then on it cannot be taken back. */
  eraseAt: instant,
  posts: z.enum(postFates),
});
export type Closure = z.output<typeof closure>;

export const myDataContract = defineContract({
  show: {
    method: 'GET',
    path: '/me/data',
    summary: 'What is stored about me, why and for how long, and who corrects what I cannot',
    access: 'signed-in',
    response: z.object({
      sections: z.array(section),
      /** Teachers who correct what comes from the roster. */
      teachers: z.array(z.object({ name: z.string(), about: z.string() })),
    }),
    whileClosing: true,
  },
  export: {
    method: 'GET',
    path: '/me/export',
    summary: 'Everything that is stored about me, by section; the format is described in docs/privacy.md',
    access: 'signed-in',
    response: z.object({
      format: z.literal('qihang-export'),
      version: z.literal(1),
      exportedAt: instant,
      school: z.string(),
      data: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
    }),
    whileClosing: true,
  },
  leave: {
    method: 'DELETE',
    path: '/me',
    summary: 'Close my account: signed out everywhere and nameless at once, erased after 7 days',
    access: 'signed-in',
    body: z.optional(z.nullable(z.strictObject({ posts: z._default(z.enum(postFates), 'keep') }))),
    response: closure,
    beforeConsent: true,
    errors: ['session.not-recent', 'role.last-admin'],
  },
  closure: {
    method: 'GET',
    path: '/me/closure',
    summary: 'When my account will be erased',
    access: 'signed-in',
    response: closure,
    whileClosing: true,
    errors: ['resource.not-found'],
  },
  comeBack: {
    method: 'DELETE',
    path: '/me/closure',
    summary: 'Take the closing of my account back',
    access: 'signed-in',
    beforeConsent: true,
    whileClosing: true,
    errors: ['resource.not-found'],
  },
});
