import type { Node } from 'jsonc-parser';

/**
 * Where a path such as `steps[0].name` begins in a JSON text, or the last part of it that is there. Of a key that stands
 * twice, the one that counts: the last.
 */
export function offsetOf(root: Node, path: string): number {
  let { offset } = root;
  let node: Node | undefined = root;
  for (const key of path.match(/[^.[\]]+/g) ?? []) {
    const child: Node | undefined =
      node.type === 'object'
        ? node.children?.findLast((property) => property.children?.[0]?.value === key)
        : node.children?.[Number(key)];
    if (!child) return node.offset;
    ({ offset } = child);
    node = child.type === 'property' ? child.children![1]! : child;
  }
  return offset;
}
