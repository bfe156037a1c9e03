import { readFileSync } from 'node:fs';

/** The text of a small model that has every construct once. */
export const bike = readFileSync(new URL('../bike.uvl', import.meta.url), 'utf8');
