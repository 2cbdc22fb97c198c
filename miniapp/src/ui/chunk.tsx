import type { PropsWithChildren } from 'react';

/** Groups the rows of one page; see chunk.weapp.tsx. */
export const Chunk = ({ children }: PropsWithChildren) => children;
