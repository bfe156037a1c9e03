import type { FileFault } from './file-fault.ts';
import { nestingFault } from './nesting-fault.ts';
import { syntaxFault } from './syntax-fault.ts';

/** The value of a JSON text, or where and why it is none. `JSON.parse` decides; it only cannot say where. */
export function parseJson(text: string): { readonly value: unknown } | { readonly fault: FileFault } {
  const tooDeep = nestingFault(text);
  if (tooDeep) return { fault: tooDeep };
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return {
      fault: syntaxFault(text) ?? {
        line: 1,
        message: `this is not JSON: ${error.message}`,
        hint: 'correct it',
      },
    };
  }
}
