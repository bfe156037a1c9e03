import { loadWidget } from './load-widget.ts';
import { register } from './register.ts';
import { scriptBase } from './script-base.ts';

/** File names with their hashes, of the widget and of what shows it behind an iframe; `build.mjs` fills them in. */
declare const WIDGET_FILE: string;
declare const ISOLATED_FILE: string;

// Everything else lies beside the script on the companion.
const base = scriptBase();

const inline = loadWidget(base, WIDGET_FILE);
const framed = loadWidget(base, ISOLATED_FILE);

register({ base, load: (isolated) => (isolated ? framed : inline)() });
