import type { CareContact } from '@qihang/shared/care/contract';
import { create } from 'zustand';

/**
 * Whom the author of a question was told to turn to, by question. The service says so once, with what was just written; here it
 * stays until the program is closed, so that reading the question again does not take the number away.
 */
const useCareShown = create<Record<string, CareContact>>(() => ({}));

export const rememberCare = (threadId: string, contact: CareContact) =>
  useCareShown.setState({ [threadId]: contact });

export const useRememberedCare = (threadId: string): CareContact | undefined =>
  useCareShown((shown) => shown[threadId]);
