import { withoutMarks } from '../../http/without-marks.ts';

/** A shopper's text, as it may be printed. */
export const asTyped = (text: string): string => withoutMarks(text, { keepLines: true });
