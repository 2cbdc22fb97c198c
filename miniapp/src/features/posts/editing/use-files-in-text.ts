import { useEffect, useRef } from 'react';
import type { UploadItem } from '@/common/media/upload-queue';
import { type Uploads, useUploads } from '@/common/media/use-uploads';
import type { Edit } from './edit';
import { insertFile, insertPictures, withAlt, withOrder, withoutUrl } from './insert';

/** An uploaded file goes into the text where one writes; a document shows its name. */
const putInto =
  ({ image, alt, name, url = '' }: UploadItem) =>
  (edit: Edit): Edit =>
    image ? insertPictures(edit, [{ alt, url }]) : insertFile(edit, name, url);

const addresses = (items: readonly UploadItem[]) =>
  items.flatMap(({ image, url }) => (image && url ? [url] : []));

/**
 * Pictures and documents of the text: what arrives is put into it, and what is said of it, put in order or removed in the strip
 * is followed there.
 */
export function useFilesInText(merge: (change: (edit: Edit) => Edit) => void): Uploads {
  const uploads = useUploads({ onDone: (item) => merge(putInto(item)) });
  const known = useRef<readonly UploadItem[]>([]);
  const { items } = uploads;
  useEffect(() => {
    const before = known.current;
    known.current = items;
    for (const { key, image, url, alt } of items) {
      const same = before.find((one) => one.key === key);
      if (image && url && same?.url && same.alt !== alt)
        merge((edit) => ({ ...edit, text: withAlt(edit.text, { url, alt }) }));
    }
    const [was, is] = [addresses(before), addresses(items)];
    const moved = is.length === was.length && is.some((url, at) => url !== was[at]);
    if (moved) merge((edit) => ({ ...edit, text: withOrder(edit.text, is) }));
  }, [items]);
  return uploads;
}

/** Takes a file out of the text that was removed in the strip. */
export const withoutFile =
  ({ url }: UploadItem) =>
  (edit: Edit): Edit =>
    url === undefined ? edit : { ...edit, text: withoutUrl(edit.text, url) };
