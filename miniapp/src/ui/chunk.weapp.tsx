import { CustomWrapper } from '@tarojs/components';
import type { PropsWithChildren } from 'react';

/** A native component of its own: a change inside sends only this page of rows through setData. */
export const Chunk = ({ children }: PropsWithChildren) => <CustomWrapper>{children}</CustomWrapper>;
