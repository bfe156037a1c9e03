/** Dialects that have a message on every change: the code of others need not be fetched before a submission. */
export const onChange: readonly string[] = ['quote3d'];
