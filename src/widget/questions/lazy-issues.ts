import { lazy } from '../mount/lazy.ts';

/** `Issues`, loaded once something is wrong. */
export const LazyIssues = lazy(() => import('./issues.tsx'), 'Issues');
