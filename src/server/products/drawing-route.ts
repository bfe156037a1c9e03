import type { Context } from 'hono';
import { noAnswers } from '../../engine/answers.ts';
import { decodeConfiguration } from '../../configuration/decode-configuration.ts';
import { draw } from '../../drawing/draw.ts';
import { spokenLanguage } from '../../text/choose-language.ts';
import { svgText } from '../../drawing/svg-text.ts';
import { ApiError } from '../http/api-error.ts';
import type { AppEnv } from '../http/app-env.ts';
import { conditional, etagOf } from '../http/conditional.ts';
import type { Catalogue } from './catalogue.ts';
import { exactAnswers } from './exact-answers.ts';
import { findProduct } from './product-route.ts';

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
    const answers = configuration ? exactAnswers(published, configuration) : noAnswers;
    const language = spokenLanguage(c.req.query('lang') ?? '', published.languages);
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
