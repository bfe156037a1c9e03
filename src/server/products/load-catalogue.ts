import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Product } from '../../contract/product/product.ts';
import { StartError } from '../config/start-error.ts';
import { fillTemplate } from '../webhooks/fill-template.ts';
import { catalogueProduct, type Catalogue, type CatalogueProduct } from './catalogue.ts';
import { checkProduct } from '../../product-linter/file/check-product.ts';

/**
 * Reads every `*.json` of a folder as a product.
 *
 * @param environment for the templates in webhook URLs: a missing variable is found now, not when a shopper submits.
 * @throws StartError with everything that is wrong in any of them.
 */
export function loadCatalogue(
  folder: string,
  environment: Readonly<Record<string, string | undefined>>,
): Catalogue {
  const catalogue = new Map<string, CatalogueProduct>();
  const problems: string[] = [];
  for (const name of productFiles(folder)) {
    const file = join(folder, name);
    const read = readProduct(file, environment);
    problems.push(...read.problems);
    if (!read.product) continue;
    const { id } = read.product.published;
    if (catalogue.has(id)) problems.push(`${file}: id: another file has a product "${id}" already`);
    catalogue.set(id, read.product);
  }
  if (problems.length > 0) throw new StartError(["The products can't be used:", ...problems].join('\n  '));
  return catalogue;
}

function productFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort();
  } catch (error) {
    throw new StartError(`The folder of products can't be read: ${(error as Error).message}`);
  }
}

function readProduct(
  file: string,
  environment: Readonly<Record<string, string | undefined>>,
): { product?: CatalogueProduct; problems: string[] } {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return { problems: [`${file}: ${(error as Error).message}`] };
  }
  const { definition, product, problems } = checkProduct(json);
  const errors = problems
    .filter(({ level }) => level === 'error')
    .map(({ path, message, hint }) => `${file}: ${path}: ${message} (${hint})`);
  if (!definition || !product) return { problems: errors };
  errors.push(...unsetVariables(definition, environment).map((problem) => `${file}: ${problem}`));
  return { product: catalogueProduct(definition, product), problems: errors };
}

function unsetVariables(
  product: Product,
  environment: Readonly<Record<string, string | undefined>>,
): string[] {
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
      return [`${path}: ${(error as Error).message}`];
    }
  });
}
