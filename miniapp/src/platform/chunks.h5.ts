type Load = (chunk: string | number) => Promise<unknown>;

/** webpack's own function that fetches a part of the program; it forgets one that did not arrive. */
declare let __webpack_chunk_load__: Load;

const firstMs = 1_000;
const mostMs = 15_000;

/**
 * Fetches a part of the program again until it arrives: after a server that was busy, or without a network, the page that needs it
 * would stay blank for good.
 */
export function keepLoadingChunks(): void {
  const load = __webpack_chunk_load__;
  const again = async (chunk: string | number, wait: number): Promise<unknown> => {
    try {
      return await load(chunk);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, wait));
      return again(chunk, Math.min(mostMs, 2 * wait));
    }
  };
  __webpack_chunk_load__ = (chunk) => again(chunk, firstMs);
}
