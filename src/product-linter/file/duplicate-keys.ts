import type { Node } from 'jsonc-parser';

/** A key that stands twice in one object of a JSON text. */
interface DuplicateKey {
  /** `steps[0].name` */
  readonly path: string;
  readonly key: string;
  /** Of the later one; of the one before it. */
  readonly offset: number;
  readonly earlier: number;
}

/** Keys that `JSON.parse` drops without a word, as the last of two wins; in the order of the text. */
export function duplicateKeys(node: Node, path = ''): DuplicateKey[] {
  const { children = [] } = node;
  if (node.type === 'array') {
    return children.flatMap((item, index) => duplicateKeys(item, `${path}[${index}]`));
  }
  const offsets = new Map<string, number>();
  return children.flatMap((property) => {
    const [name, value] = property.children as [Node, Node];
    const key = name.value as string;
    const inside = `${path}${path === '' ? '' : '.'}${key}`;
    const earlier = offsets.get(key);
    offsets.set(key, property.offset);
    const twice = earlier === undefined ? [] : [{ path: inside, key, offset: property.offset, earlier }];
    return [...twice, ...duplicateKeys(value, inside)];
  });
}
