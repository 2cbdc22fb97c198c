import { addresses, tabs } from '@/app.pages';
import { startNavigation } from '@/platform/navigation';

startNavigation({ addresses, tabs });
