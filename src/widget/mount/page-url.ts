import type { HostPage } from '../../element-api/host-page.ts';

/** The address that share links lead to: the host page's, or that of the page the element is on. */
export const pageUrl = (page: HostPage | undefined) => page?.url ?? location.href;
