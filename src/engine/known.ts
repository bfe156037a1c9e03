type Known<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

/** The same record without members that are undefined: absent and unset are the same to whoever compares or sends it. */
export const defined = <T extends object>(record: T): Known<T> =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Known<T>;
