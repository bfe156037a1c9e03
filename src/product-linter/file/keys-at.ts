import type { z } from 'zod';

/** The parts of Zod schemas that lead to inner schemas. */
interface Definition {
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly element?: z.core.$ZodType;
  readonly innerType?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
  readonly getter?: () => z.core.$ZodType;
  readonly discriminator?: string;
}

/**
 * The keys that a schema knows at a path of a value, to find the one that a misspelt key meant. Of a union, those of the
 * member that the value's discriminator names, else of all.
 */
export function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[], value: unknown): string[] {
  const { shape, element, innerType, options, getter, discriminator } = schema._zod.def as Definition;
  if (innerType) return keysAt(innerType, path, value);
  if (getter) return keysAt(getter(), path, value);
  if (options) {
    const chosen =
      discriminator === undefined ? options : options.filter((one) => isChosen(one, discriminator, value));
    return [...new Set((chosen.length ? chosen : options).flatMap((one) => keysAt(one, path, value)))];
  }
  const [key, ...rest] = path;
  if (key === undefined) return Object.keys(shape ?? {});
  const inner = typeof key === 'number' ? element : shape?.[String(key)];
  return inner ? keysAt(inner, rest, (value as Record<PropertyKey, unknown> | undefined)?.[key]) : [];
}

function isChosen(member: z.core.$ZodType, discriminator: string, value: unknown): boolean {
  const { shape } = member._zod.def as Definition;
  const values = shape?.[discriminator]?._zod.values;
  const found = (value as Record<string, unknown> | undefined)?.[discriminator];
  return values?.has(found as string) === true;
}
