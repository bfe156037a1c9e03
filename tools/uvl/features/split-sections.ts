import type { UvlFeature } from '../parser/uvl-model.ts';

/** Branches with fewer features get no step of their own. */
const LEAST = 12;
/** Branches with more features are split further where they can be. */
const MOST = 150;
const MOST_STEPS = 60;

const childrenOf = (feature: UvlFeature): UvlFeature[] => feature.groups.flatMap(({ features }) => features);

/** The features that start a step of the product: the root, and the large branches of large trees. */
export function splitSections(root: UvlFeature): ReadonlySet<UvlFeature> {
  const sizes = new Map<UvlFeature, number>();
  const measure = (feature: UvlFeature): number => {
    const size = childrenOf(feature).reduce((sum, child) => sum + measure(child), 1);
    sizes.set(feature, size);
    return size;
  };
  measure(root);
  for (let most = MOST; ; most *= 2) {
    const sections = new Set([root]);
    const split = (feature: UvlFeature): void => {
      if (sizes.get(feature)! <= most) return;
      for (const child of childrenOf(feature)) {
        if (sizes.get(child)! >= LEAST) sections.add(child);
        split(child);
      }
    };
    split(root);
    if (sections.size <= MOST_STEPS) return sections;
  }
}
