import type { Attributes } from '../product-input-types.ts';

/** Attributes of an option as expressions read them. The colour counts as one. */
export const attributesOfOption = (option: {
  readonly colour?: string | undefined;
  readonly attributes?: Attributes | undefined;
}): Attributes => ({
  ...(option.colour === undefined ? {} : { colour: option.colour }),
  ...option.attributes,
});
