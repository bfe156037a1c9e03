import type { Product } from '../../contract/product/product.ts';
import { StartError } from '../config/start-error.ts';
import { fillTemplate } from '../webhooks/fill-template.ts';
import { catalogueProduct, type Catalogue, type CatalogueProduct } from './catalogue.ts';
import { formatProblem } from './format-problem.ts';
import { productFiles } from './product-files.ts';
import { readProductFile } from './read-product-file.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What keeps a product from being sold here, at a path of its file. */
interface Obstacle {
  readonly path: string;
  readonly message: string;
  readonly hint?: string;
}

/**
 * Reads every `*.json` of a folder as a product.
 *
 * @param environment for the templates in webhook URLs: a missing variable is found now, not when a shopper submits.
 * @throws StartError with everything that is wrong in any of them.
 */
export function loadCatalogue(folder: string, environment: Environment): Catalogue {
  const catalogue = new Map<string, CatalogueProduct>();
  const problems: string[] = [];
  for (const file of filesOf(folder)) {
    const { definition, product, problems: found, lineOf } = readProductFile(file);
    const obstacles: Obstacle[] = found.filter(({ level }) => level === 'error');
    if (definition && product) {
      obstacles.push(...unsetVariables(definition, environment));
      if (catalogue.has(product.id))
        obstacles.push({ path: 'id', message: `another file has a product "${product.id}" already` });
      catalogue.set(product.id, catalogueProduct(definition, product));
    }
    for (const obstacle of obstacles)
      problems.push(formatProblem(file, { level: 'error', line: lineOf(obstacle.path), ...obstacle }));
  }
  if (problems.length > 0) throw new StartError(["The products can't be used:", ...problems].join('\n  '));
  return catalogue;
}

function filesOf(folder: string): string[] {
  try {
    return productFiles(folder);
  } catch (error) {
    throw new StartError(`The folder of products can't be read: ${(error as Error).message}`);
  }
}

/** Webhook URLs that name a variable which is not set. */
function unsetVariables(product: Product, environment: Environment): Obstacle[] {
  const urls = product.outputs.flatMap((output, o) =>
    output.buttons.flatMap(({ triggers }, b) =>
      triggers.webhook
        ? [[`outputs[${o}].buttons[${b}].triggers.webhook.url`, triggers.webhook.url] as const]
        : [],
    ),
  );
  const legacy = product.legacy_webhooks.map((url, index) => [`legacy_webhooks[${index}]`, url] as const);
  return [...urls, ...legacy].flatMap(([path, url]) => {
    try {
      fillTemplate(url, environment);
      return [];
    } catch (error) {
      return [{ path, message: (error as Error).message }];
    }
  });
}
