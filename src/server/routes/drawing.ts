import type { Context } from 'hono';
import { decodeConfiguration, type CodedConfiguration } from '../../configuration/configuration-code.ts';
import { draw } from '../../configuration/draw.ts';
import { formatPath } from '../../configuration/path.ts';
import { answerAt, noAnswers, withAnswer } from '../../configuration/answers.ts';
import { withSelections } from '../../configuration/read-selections.ts';
import { svgText } from '../../configuration/svg-text.ts';
import type { PublishedProduct } from '../../contract/published.ts';
import type { Answers } from '../../contract/resolution.ts';
import { ApiError } from '../http/api-error.ts';
import type { AppEnv } from '../http/app-env.ts';
import { conditional, etagOf } from '../http/conditional.ts';
import type { Catalogue } from '../products/catalogue.ts';
import { findProduct } from './product.ts';

/**
 * `GET /api/v1/products/{id}/drawing.svg?c=…&lang=…`: the picture of a configuration, drawn by the function that draws it
 * in the browser.
 *
 * @throws ApiError 404 unknown_product, no_drawing; 400 invalid_configuration
 */
export function drawingRoute(catalogue: Catalogue): (c: Context<AppEnv>) => Response {
  return (c) => {
    const { published, engine } = findProduct(catalogue, c.req.param('id'));
    const coded = c.req.query('c');
    const configuration = decodeConfiguration(coded ?? '');
    if (coded !== undefined && !configuration) {
      throw new ApiError(400, 'invalid_configuration', 'c is not the code of a configuration.');
    }
    const answers = configuration ? exactly(published, configuration) : noAnswers;
    const language = /^[A-Za-z-]{2,20}$/.exec(c.req.query('lang') ?? '')?.[0] ?? published.languages[0]!;
    const drawing = draw(engine, engine.resolve(answers), language);
    if (!drawing) throw new ApiError(404, 'no_drawing', 'There is no drawing of this configuration.');
    const svg = svgText(drawing);
    return conditional(c.req.header('if-none-match'), etagOf(svg), svg, {
      'Content-Type': 'image/svg+xml; charset=utf-8',
      'Cache-Control': 'public, max-age=3600',
      // Opened on its own it is a document of our origin: nothing in it may run or fetch, save the pictures it shows.
      'Content-Security-Policy': "default-src 'none'; img-src https: data: 'self'; sandbox",
      'Cross-Origin-Resource-Policy': 'cross-origin',
    });
  };
}

/** The answers of this configuration and no others: what it leaves unanswered must not come back with its default. */
function exactly(product: PublishedProduct, { quantity, selections }: CodedConfiguration): Answers {
  let { answers } = withSelections({ ...noAnswers, quantity }, product, selections, 'import');
  for (const { id, repeat, features } of product.steps) {
    for (const feature of features) {
      if (feature.type === 'computed' || feature.derived) continue;
      for (let index = 0; index < (repeat ? (answers.steps[id]?.length ?? 0) : 1); index++) {
        const path = repeat ? formatPath(feature.id, id, index) : feature.id;
        if (!answerAt(answers, path)) answers = withAnswer(answers, path, { value: null, by: 'import' });
      }
    }
  }
  return answers;
}
