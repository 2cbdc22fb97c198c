import type { OutgoingFile } from '@qihang/shared/contract/route';
import type { Uploaded } from '@qihang/shared/uploads/contract';
import { asApiError } from '@/platform/api-error';
import type { Watch } from '@/platform/upload';

/** A file that was sent, is being sent, or will be. */
export interface UploadItem {
  key: string;
  name: string;
  image: boolean;
  /** Under which a picture is shown before it is sent; none for documents. */
  preview?: string;
  state: 'waiting' | 'sending' | 'done' | 'failed';
  /** Of its bytes, 0 to 100. */
  progress: number;
  /** The server's answer, of one that is done. */
  id?: string;
  url?: string;
  /** Why it failed, in words for the person. */
  error?: string;
  /** False where the same file would be refused again. */
  retryable?: boolean;
  /** What the picture shows, for those who do not see it. */
  alt: string;
}

export interface FileToSend extends OutgoingFile {
  image: boolean;
  preview?: string;
}

interface Entry {
  item: UploadItem;
  file: FileToSend;
  sending?: AbortController;
}

interface Options {
  send: (file: OutgoingFile, watch: Watch) => Promise<Uploaded>;
  onChange: (items: readonly UploadItem[]) => void;
  onDone?: (item: UploadItem) => void;
}

const atOnce = 3;

/** A refusal of the file itself stays one; everything else may pass at the next try. */
const isFinal = (code: string) => code.startsWith('upload.') || code === 'request.invalid';

/** Files on their way to the server, three at a time, in the order in which they are shown. */
export function createUploadQueue({ send, onChange, onDone }: Options) {
  let entries: Entry[] = [];
  let count = 0;

  const tell = () => onChange(entries.map(({ item }) => item));
  const find = (key: string) => entries.find(({ item }) => item.key === key);

  function change(entry: Entry, part: Partial<UploadItem>) {
    entry.item = { ...entry.item, ...part };
    tell();
  }

  async function start(entry: Entry) {
    const sending = new AbortController();
    entry.sending = sending;
    const { error: _, ...item } = entry.item;
    entry.item = { ...item, state: 'sending', progress: 0 };
    tell();
    const onProgress = (progress: number) => {
      if (!sending.signal.aborted && progress > entry.item.progress) change(entry, { progress });
    };
    try {
      const { id, url } = await send(
        { ...entry.file, key: entry.item.key },
        { onProgress, signal: sending.signal },
      );
      if (sending.signal.aborted) return;
      change(entry, { state: 'done', progress: 100, id, url });
      onDone?.(entry.item);
    } catch (thrown) {
      if (sending.signal.aborted) return;
      const { code, message, fields } = asApiError(thrown);
      change(entry, {
        state: 'failed',
        error: fields.find(({ path }) => path === 'file')?.message ?? message,
        retryable: !isFinal(code),
      });
    } finally {
      next();
    }
  }

  function next() {
    const free = atOnce - entries.filter(({ item }) => item.state === 'sending').length;
    for (const entry of entries.filter(({ item }) => item.state === 'waiting').slice(0, Math.max(0, free)))
      start(entry);
  }

  return {
    add(files: readonly FileToSend[]) {
      for (const file of files) {
        count += 1;
        const { name, image, preview } = file;
        const key = `${Date.now().toString(36)}-${count}`;
        const shown = preview === undefined ? {} : { preview };
        entries.push({ file, item: { key, name, image, ...shown, state: 'waiting', progress: 0, alt: '' } });
      }
      tell();
      next();
    },
    retry(key: string) {
      const entry = find(key);
      if (entry?.item.state !== 'failed') return;
      change(entry, { state: 'waiting', progress: 0 });
      next();
    },
    /** Calls off one that is on its way, and takes it from the list in any state. */
    cancel(key: string) {
      const entry = find(key);
      entries = entries.filter((one) => one !== entry);
      entry?.sending?.abort();
      tell();
      next();
    },
    /** Puts an item at a place in the order, counted from 0. */
    move(key: string, to: number) {
      const entry = find(key);
      if (!entry) return;
      const others = entries.filter((one) => one !== entry);
      entries = [...others.slice(0, to), entry, ...others.slice(to)];
      tell();
    },
    setAlt(key: string, alt: string) {
      const entry = find(key);
      if (entry) change(entry, { alt });
    },
    /** Ends what is on its way, without a word. */
    close() {
      for (const { sending } of entries) sending?.abort();
      entries = [];
    },
  };
}
