import { loadWidget } from './load-widget.ts';
import { register } from './register.ts';
import { scriptBase } from './script-base.ts';

/** Hashed file names of the widget and of what shows it behind an iframe; `build.mjs` fills them in. */
declare const WIDGET_FILE: string;
declare const ISOLATED_FILE: string;

// Everything else is in the same folder as the script.
const base = scriptBase();

const inline = loadWidget(base, WIDGET_FILE);
const framed = loadWidget(base, ISOLATED_FILE);

register({ base, load: (isolated) => (isolated ? framed : inline)() });
