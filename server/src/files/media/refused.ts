/** The codes with which a file is refused for what it is. */
export type MediaRefusal =
  | 'upload.unsupported-type'
  | 'upload.unreadable'
  | 'upload.unsafe'
  | 'upload.too-many-pixels';

/** A file that is not taken; the message is for the person who chose it. */
export class MediaRefused extends Error {
  constructor(
    readonly code: MediaRefusal,
    message: string,
  ) {
    super(message);
  }
}
