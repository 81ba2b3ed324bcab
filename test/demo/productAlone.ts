import { buildParts } from '../../demo/host/buildParts.ts';
import { PRODUCT_FOLDER } from '../../demo/host/defaults.ts';
import { type Product, serveProduct } from '../../demo/host/serveProduct.ts';

/** The product alone: Shirube's address answers nothing, as when it is down. */
export const productAlone = async (): Promise<Product> => {
  await buildParts(['demo']);
  return serveProduct({
    folder: PRODUCT_FOLDER,
    port: 0,
    shirube: { endpoint: 'http://127.0.0.1:59999', key: 'pk_none' },
    giveHistory: async () => {},
  });
};
