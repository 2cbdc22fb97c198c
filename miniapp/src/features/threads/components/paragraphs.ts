/** The lines of a text that say something. */
export const paragraphs = (text: string) => text.split(/\n+/).filter((line) => line.trim() !== '');
