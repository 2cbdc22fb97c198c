/** Parts of a mini-program come with its package. */
export const keepLoadingChunks = () => undefined;
