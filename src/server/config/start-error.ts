/** Something that the operator has to put right before the companion can start. Only its message is printed. */
export class StartError extends Error {}
