import { lazy } from '../mount/lazy.ts';

/** `ErrorList`, which most submissions do not need. */
export const LazyErrorList = lazy(() => import('./error-list.tsx'), 'ErrorList');
