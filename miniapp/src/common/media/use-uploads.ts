import { documentEndings } from '@qihang/shared/uploads/vocabulary';
import { useEffect, useRef, useState } from 'react';
import { chooseFile } from '@/platform/choose-file';
import { chooseImages } from '@/platform/choose-images';
import { toast } from '@/platform/feedback';
import { sendUpload } from './api';
import { createUploadQueue, type FileToSend, type UploadItem } from './upload-queue';

interface Options {
  /** Pictures and documents together. */
  max?: number;
  /** Called once for each file that has arrived, with its address and its name or alt text. */
  onDone?: (item: UploadItem) => void;
}

/** Pictures and documents of a form: chosen, sent three at a time, called off, tried again, put in order. */
export function useUploads({ max = 9, onDone }: Options = {}) {
  const [items, setItems] = useState<readonly UploadItem[]>([]);
  const done = useRef(onDone);
  done.current = onDone;
  const [queue] = useState(() =>
    createUploadQueue({ send: sendUpload, onChange: setItems, onDone: (item) => done.current?.(item) }),
  );
  useEffect(() => () => queue.close(), [queue]);

  const room = max - items.length;
  const full = () => toast(`最多 ${max} 个图片和附件，先删掉不要的`);

  function add(files: readonly FileToSend[]) {
    if (files.length > room) full();
    queue.add(files.slice(0, Math.max(0, room)));
  }

  return {
    items,
    max,
    /** True while a file is on its way or waits for its turn. */
    busy: items.some(({ state }) => state === 'waiting' || state === 'sending'),
    /** Adds files that the page has already, such as dropped or pasted ones. */
    add,
    async addImages() {
      if (room <= 0) return full();
      add((await chooseImages(room)).map((image) => ({ ...image, image: true })));
    },
    async addDocument() {
      if (room <= 0) return full();
      const file = await chooseFile(documentEndings);
      if (file) add([{ ...file, image: false }]);
    },
    retry: queue.retry,
    cancel: queue.cancel,
    move: queue.move,
    setAlt: queue.setAlt,
  };
}

export type Uploads = ReturnType<typeof useUploads>;
