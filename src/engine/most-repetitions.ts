/** No step repeats more often, by contract. */
export const MOST_REPETITIONS = 200;
