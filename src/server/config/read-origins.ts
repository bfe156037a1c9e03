import { z } from 'zod';
import { Origin } from '../../contract/product/origin.ts';
import { validate } from './validate.ts';

/** The origins of `QUOTELET_ALLOWED_ORIGINS`, comma-separated. @throws StartError */
export function readOrigins(text: string | undefined): string[] {
  const origins = (text ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  return validate(z.array(Origin), origins, 'QUOTELET_ALLOWED_ORIGINS');
}
