import { loadWidget } from './load-widget.ts';
import { register } from './register.ts';

/** The widget's file name with its hash; `build.mjs` fills it in. */
declare const WIDGET_FILE: string;

// Read while the script runs: later there is no current script. Everything else lies beside it on the companion.
const base = new URL('.', (document.currentScript as HTMLScriptElement | null)?.src ?? location.href).href;

register({ base, load: loadWidget(base, WIDGET_FILE) });
