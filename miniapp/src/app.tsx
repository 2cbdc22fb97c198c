import { QueryClientProvider } from '@tanstack/react-query';
import type { PropsWithChildren } from 'react';
import { startConsent } from '@/common/consent/consent';
import { startApp } from '@/platform/app';
import { queryClient } from '@/platform/query-client';
import './app.scss';
import './styles/target';

startApp();
startConsent();

export default function App({ children }: PropsWithChildren) {
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}
