import type { Hono } from 'hono';
import type { AppEnv } from '../http/app-env.ts';
import { embedRoute, type EmbedOptions } from './embed-route.ts';
import { scriptRoute } from './script-route.ts';

/** The loader, the widget's chunks, and the document inside an iframe. */
export function embedRoutes(app: Hono<AppEnv>, options: EmbedOptions): void {
  const scripts = scriptRoute(options.scripts);
  app.get('/quotelet.js', scripts);
  app.get('/quotelet.js.map', scripts);
  app.get('/quotelet/*', scripts);
  app.get('/embed/*', embedRoute(options));
}
