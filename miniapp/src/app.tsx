import { QueryClientProvider } from '@tanstack/react-query';
import type { PropsWithChildren } from 'react';
import { addresses, tabs } from '@/app.pages';
import { startConsent } from '@/common/consent/consent';
import { startAsking } from '@/common/reach/asking';
import { startApp } from '@/platform/app';
import { startNavigation } from '@/platform/navigation';
import { queryClient } from '@/platform/query-client';
import './app.scss';
import './styles/target';

startNavigation({ addresses, tabs });
startApp();
startConsent();
startAsking();

export default function App({ children }: PropsWithChildren) {
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}
