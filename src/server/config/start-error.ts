/** Something an operator has to put right before the companion can start. Its message is all that is printed. */
export class StartError extends Error {}
