/** The most repetitions that a step can have. */
export const MOST_REPETITIONS = 200;

/** The most options that a feature can have. */
export const MOST_OPTIONS = 500;

/** Characters of an id. */
export const LONGEST_ID = 100;

/** Characters of what a shopper enters instead of choosing an option. */
export const LONGEST_OWN_VALUE = 500;

/** Characters of the name of a file. */
export const LONGEST_FILE_NAME = 255;
