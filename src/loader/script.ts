import { loadWidget } from './load-widget.ts';
import { register } from './register.ts';
import { scriptBase } from './script-base.ts';

/** The widget's file name with its hash; `build.mjs` fills it in. */
declare const WIDGET_FILE: string;

// Everything else lies beside the script on the companion.
const base = scriptBase();

register({ base, load: loadWidget(base, WIDGET_FILE) });
