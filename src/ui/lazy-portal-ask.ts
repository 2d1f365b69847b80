import { lazily } from './lazily.tsx';

export const LazyPortalAsk = lazily(async () => (await import('./portal-ask.tsx')).PortalAskView);
