/** How many ids that are no options are kept of an answer: enough to show what is wrong. */
export const MOST_UNKNOWN_OPTIONS = 10;
