export type Params = Readonly<Record<string, string | number>>;

/** A sentence with its `{name}`s filled in. With `n`, "one|many" picks by number. */
export function fillSentence(sentence: string, params: Params = {}): string {
  const [one = '', many = one] = sentence.split('|');
  return (params['n'] === 1 ? one : many).replace(/\{(\w+)\}/g, (_, name: string) => `${params[name] ?? ''}`);
}
