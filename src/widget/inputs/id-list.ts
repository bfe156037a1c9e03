/** Ids for `aria-describedby`, without those that are absent; undefined if none are left. */
export const idList = (...ids: readonly (string | false | 0 | undefined)[]) =>
  ids.filter(Boolean).join(' ') || undefined;
