import { lazy } from '../mount/lazy.ts';

/** `Repetitions`, which few products need. */
export const LazyRepetitions = lazy(() => import('./repetitions.tsx'), 'Repetitions');
