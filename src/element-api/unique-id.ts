/** 128 random bits, as four numbers. `crypto.randomUUID` is missing on plain HTTP, so this does without. */
export const uniqueId = () => crypto.getRandomValues(new Uint32Array(4)).join('-');
