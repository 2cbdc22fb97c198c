/** What an upload is, by its bytes: a picture, or a document to download. */
export const uploadKinds = ['image', 'pdf', 'word', 'excel', 'powerpoint'] as const;
export type UploadKind = (typeof uploadKinds)[number];

/** Widths in px in which a picture is kept; one that is narrower is never made larger. */
export const mediaWidths = [320, 640, 1280] as const;
export type MediaWidth = (typeof mediaWidths)[number];

/** Media types of what is kept. */
export const mediaTypes = [
  'image/webp',
  'image/jpeg',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
] as const;

export const uploadLimits = {
  bytes: 10 * 1024 * 1024,
  /** Of a picture, width by height. */
  pixels: 40_000_000,
  /** Characters of a file's name. */
  name: 120,
} as const;

/** Endings by which a document is chosen on a phone; what it is, the server sees by its bytes. */
export const documentEndings = ['pdf', 'doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx'] as const;
