import * as z from 'zod/mini';
import { instant } from '../contract/fields';
import { defineContract } from '../contract/route';
import { block } from '../posts/blocks';
import { consentClients, documentNames } from './vocabulary';

const document = {
  name: z.enum(documentNames),
  title: z.string(),
  /** The day from which this text holds: `2026-11-20`. */
  version: z.string(),
  /** SHA-256 of the text, hexadecimal: two texts of one version cannot be taken for each other. */
  hash: z.string(),
};

export const consent = z.object({
  name: document.name,
  title: document.title,
  version: document.version,
  /** When the person agreed to this very text; null when that is still to come. */
  acceptedAt: z.nullable(instant),
  /** The version agreed to last, where the text has changed since or still holds; null before the first time. */
  acceptedVersion: z.nullable(z.string()),
});
export type Consent = z.output<typeof consent>;

const consents = z.object({ items: z.array(consent) });

export const consentsContract = defineContract({
  documents: {
    method: 'GET',
    path: '/documents',
    summary: 'The texts that hold here, without their words',
    access: 'public',
    response: z.object({ items: z.array(z.object(document)) }),
    keepSeconds: 60,
  },
  document: {
    method: 'GET',
    path: '/documents/{name}',
    summary: 'One of them in full',
    access: 'public',
    params: z.strictObject({ name: document.name }),
    response: z.object({ ...document, blocks: z.array(block) }),
    keepSeconds: 60,
  },
  mine: {
    method: 'GET',
    path: '/me/consents',
    summary: 'What I agreed to, and what waits for my answer',
    access: 'signed-in',
    response: consents,
  },
  give: {
    method: 'POST',
    path: '/me/consents',
    summary:
      'Agree to texts in the version that was shown; whoever has not agreed to all of them reads but does not write',
    access: 'signed-in',
    body: z.strictObject({
      documents: z
        .array(z.strictObject({ name: document.name, version: z.string().check(z.maxLength(20)) }))
        .check(z.minLength(1), z.maxLength(documentNames.length)),
      client: z.enum(consentClients),
    }),
    response: consents,
    status: 201,
    beforeConsent: true,
    errors: ['consent.outdated'],
  },
});
