import * as z from 'zod/mini';
import { id, queryText } from '../contract/fields';
import { defineContract } from '../contract/route';
import { mediaTypes, mediaWidths, uploadKinds, uploadLimits } from './vocabulary';

export const uploaded = z.object({
  id: z.string(),
  /** A path on this service, to be written into an article. */
  url: z.string(),
  kind: z.enum(uploadKinds),
  /** Of the file as it is kept. */
  bytes: z.int(),
  /** As it was called, made fit to be shown and to be saved under. */
  name: z.string(),
  /** In px, of a picture that is upright. */
  width: z.optional(z.int()),
  height: z.optional(z.int()),
});
export type Uploaded = z.output<typeof uploaded>;

export const uploadsContract = defineContract({
  create: {
    method: 'POST',
    path: '/uploads',
    summary: 'Upload a picture or a document; until it is used in an article, only its uploader sees it',
    access: 'lead',
    /** `name`: as the file is called, where the form does not say it. */
    query: z.strictObject({ name: z.optional(z.string().check(z.maxLength(500))) }),
    upload: { maxBytes: uploadLimits.bytes, kinds: ['media'] },
    response: uploaded,
    status: 201,
    errors: [
      'upload.too-large',
      'upload.too-many-pixels',
      'upload.too-many-unused',
      'upload.unsupported-type',
      'upload.unreadable',
      'upload.unsafe',
      'upload.storage',
      'server.busy',
      'person.muted',
    ],
  },
  show: {
    method: 'GET',
    path: '/media/{id}',
    summary: 'A picture in the width nearest above `w`, as WebP or JPEG by `Accept`; a document to download',
    access: 'public',
    params: z.strictObject({ id }),
    /** `check`: opens a picture to WeChat's check for an hour. */
    query: z.strictObject({
      w: z.optional(z.literal(mediaWidths)),
      check: z.optional(queryText(1, 80)),
    }),
    file: mediaTypes,
    errors: ['resource.not-found', 'upload.storage'],
  },
});
