import type { UploadKind } from '@qihang/shared/uploads/vocabulary';

/** One file that is kept of what was sent. */
export interface MadeFile {
  /** Within the upload: `640.webp`. */
  name: string;
  /** Media type. */
  type: string;
  /** In px, of a picture. */
  width: number | null;
  bytes: Uint8Array;
}

/** What is kept of what was sent: a picture in its widths, a document as it is. */
export interface Made {
  kind: UploadKind;
  /** In px, of a picture at its largest. */
  width: number | null;
  height: number | null;
  files: MadeFile[];
}
