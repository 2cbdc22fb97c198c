/** A browser shows its session with every request for a picture: one that did not come is not there. */
export const privateCopy = async (_address: string): Promise<string | undefined> => undefined;

/** Opens a document; the server says that it is to be kept, and the browser asks where. */
export async function openDocument(address: string, _type?: string): Promise<void> {
  window.open(address, '_blank', 'noopener');
}
