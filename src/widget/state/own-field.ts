/** The id of the field for the shopper's own answer to a choice; other fields have the path of their feature. */
export const ownField = (path: string) => path + '-own';

/** The path of the feature that a field belongs to. */
export const pathOfField = (id: string) => id.replace(/-own$/, '');
