import type { OutgoingFile } from '@qihang/shared/contract/route';

/** A file on this phone, with an address under which a picture can be shown before it is sent. */
export interface ChosenImage extends OutgoingFile {
  preview: string;
}

const types = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'];

/** The pictures among files that were chosen, dropped or pasted. */
export const imageOf = (file: File): ChosenImage => ({
  name: file.name,
  content: file,
  preview: URL.createObjectURL(file),
});

/** Lets the person choose up to `most` pictures; none when nothing was chosen. An iPhone turns its own format into JPEG for it. */
export const chooseImages = (most: number): Promise<ChosenImage[]> =>
  new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = most > 1;
    input.accept = types.join(',');
    input.addEventListener('change', () => resolve(Array.from(input.files ?? [], imageOf)));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
