import type { z } from 'zod';
import { StartError } from './start-error.ts';

/** A value in the shape of a schema. @param name of its source @throws StartError with everything that is wrong with it. */
export function validate<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  name: string,
): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues.map(
    ({ path, message }) => `  ${path.join('.') || '(all of it)'}: ${message}`,
  );
  throw new StartError([`${name} can't be used:`, ...problems].join('\n'));
}
