import type { Companion } from './companion.ts';
import { loadModule } from './load-module.ts';
import { once } from './once.ts';
import { register } from './register.ts';

/** The widget's file name with its hash, next to this script; `vite.config.ts` fills it in. */
declare const WIDGET_FILE: string;

// Read while the script runs: later there is no current script. Everything else lies beside it on the companion.
const base = new URL('.', (document.currentScript as HTMLScriptElement | null)?.src ?? location.href).href;

const load = once(loadModule) as (url: string) => ReturnType<Companion['load']>;

register({ base, load: () => load(base + WIDGET_FILE) });
