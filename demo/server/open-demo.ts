import { resolve } from 'node:path';
import type { OpenExtension } from '../../src/server/extension.ts';
import { cors } from '../../src/server/http/cors.ts';
import { demoPages } from './demo-pages.ts';
import { openDemoShop } from './open-demo-shop.ts';
import { receiverRoutes } from './receiver/receiver-routes.ts';

/**
 * Opens what the demo has beside the companion: a shop at `/` made of the files that lie beside the configuration, the same
 * shop on an origin of its own, and a webhook receiver at `/demo/receiver`.
 */
export const openDemo: OpenExtension = async ({ environment, config, publicUrl, port, timeouts, log }) => {
  const companion = new URL(publicUrl).origin;
  const files = {
    folder: config.folder,
    hidden: [config.productFolder, resolve(environment.configFile), import.meta.dirname],
  };
  const shop = await openDemoShop({ environment, port, files, companion, log });
  /** Behind a proxy that speaks TLS, a page was asked for by the companion's name, but by another scheme. */
  const ownOrigin = (asked = companion): string =>
    new URL(asked).host === new URL(companion).host ? companion : asked;
  return {
    address: shop?.address,
    origins: shop?.origins ?? [],
    addRoutes(app, { origins }) {
      // Pages of strangers must neither fill the receiver nor empty it.
      app.use('/demo/receiver/*', cors(origins));
      app.route('/demo/receiver', receiverRoutes({ timeout: timeouts.json }));
      const pages = demoPages(files, (asked) => {
        const origin = ownOrigin(asked);
        return { companion: origin, shop: shop?.address ?? origin, origin };
      });
      app.get('*', pages);
    },
    async close() {
      await shop?.close();
    },
  };
};
