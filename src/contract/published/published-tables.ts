export type CombinationCell = string | number | boolean | readonly (string | number)[];
