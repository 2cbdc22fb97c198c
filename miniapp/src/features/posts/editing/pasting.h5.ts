import { cleanText } from '@qihang/shared/text/clean';
import { withoutInvisible } from '@qihang/shared/text/invisible';
import type { Uploads } from '@/common/media/use-uploads';
import { imageOf } from '@/platform/choose-images.h5';
import { toast } from '@/platform/feedback';
import { cleaningWords } from './cleaning-words';
import { insertMarkdown } from './insert';
import type { PastedPicture } from './pasted-page';
import type { Pasting } from './pasting';
import type { Editing } from './use-editing';

const isImage = ({ type }: File) => type.startsWith('image/');

/** Formatting that Markdown can say; without any of it the plain text says the same and is simpler. */
const formatted = /<(?:h[1-6]|ul|ol|li|table|img|a|strong|b|em|i|del|s|blockquote|pre|section|p)[\s>]/i;

function fileOf({ data }: PastedPicture, at: number): File {
  const [head = '', content = ''] = data.split(',');
  const type = /^data:([^;]+)/.exec(head)?.[1] ?? 'image/png';
  const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
  return new File([bytes], `粘贴的图片${at + 1}.${type.slice('image/'.length)}`, { type });
}

/** What comes from the clipboard, or is dropped: pictures are uploaded, formatted text becomes Markdown, plain text is cleaned. */
export function usePasting(editing: Editing, uploads: Uploads): Pasting {
  const upload = (files: readonly File[]) =>
    uploads.add(files.map((file) => ({ ...imageOf(file), image: true })));

  /** As it was copied first and then what was made of it, so that undo gives back the original before it gives back nothing. */
  function put(original: string, markdown: string, said: string) {
    const before = editing.current();
    if (original !== '') editing.apply(insertMarkdown(before, original));
    editing.apply(insertMarkdown(before, markdown), true);
    if (said !== '') toast(said, { label: '撤销', run: editing.undo });
  }

  async function putHtml(html: string, plain: string) {
    const { htmlToMarkdown } = await import('./html-to-markdown');
    const { markdown, pictures, lost } = htmlToMarkdown(html);
    put(plain, markdown, lost > 0 ? `${lost} 张图片粘不过来，请用“图片”上传` : '已转成可以发布的格式');
    upload(pictures.map(fileOf));
  }

  return {
    onPaste(data) {
      const images = Array.from(data.files).filter(isImage);
      const [html, plain] = [data.getData('text/html'), data.getData('text/plain')];
      if (images.length > 0 && plain === '') {
        upload(images);
        return true;
      }
      if (formatted.test(html)) {
        putHtml(html, plain);
        return true;
      }
      if (!plain.includes('\n')) {
        const visible = withoutInvisible(plain);
        if (visible === plain) return false;
        put('', visible, '');
        return true;
      }
      const cleaned = cleanText(plain);
      if (cleaned.changes.length === 0) return false;
      put(plain, cleaned.text, `已${cleaningWords(cleaned)}`);
      return true;
    },
    onDrop(files) {
      const images = files.filter(isImage);
      const others = files.filter((file) => !isImage(file));
      if (images.length > 0) upload(images);
      uploads.add(others.map((file) => ({ name: file.name, content: file, image: false })));
    },
    onArrived: () => undefined,
  };
}
