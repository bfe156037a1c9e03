import { createEngine, type Engine } from '../../engine/create-engine.ts';
import type { Product } from '../../contract/product/product.ts';
import type { PublishedProduct } from '../../contract/published/published-product.ts';
import { etagOf } from '../http/conditional.ts';

/** A product on sale: as the merchant wrote it (private), as everybody may read it, and running. */
export interface CatalogueProduct {
  readonly definition: Product;
  readonly published: PublishedProduct;
  readonly engine: Engine;
  /** The published product as it goes over the wire. */
  readonly json: string;
  readonly etag: string;
}

/** Products by id. */
export type Catalogue = ReadonlyMap<string, CatalogueProduct>;

export function catalogueProduct(definition: Product, published: PublishedProduct): CatalogueProduct {
  const json = JSON.stringify(published);
  return { definition, published, engine: createEngine(published), json, etag: etagOf(json) };
}
