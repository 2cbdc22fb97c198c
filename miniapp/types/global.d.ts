/** API base of the build: `/api/v1` on H5, an absolute address in the mini-program (set QIHANG_API_BASE to change). */
declare const QIHANG_API_BASE: string;

declare module '*.scss';
