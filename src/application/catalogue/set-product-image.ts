import { trace } from '../../domain/audit/audit-entry.ts';
import type { ProductId } from '../../domain/catalogue/product.ts';
import type { Actor } from '../../domain/shared/actor.ts';
import { notFound } from '../../domain/shared/errors.ts';
import type { MediaStore } from '../../ports/media-store.ts';
import { authorise } from '../audit/authorise.ts';
import type { CatalogueDeps } from './catalogue-deps.ts';
import { dropPictures, pictureUrl } from './drop-pictures.ts';

/** A picture that was drawn anew, with the hash of its bytes. */
export interface EncodedImage {
  readonly bytes: Uint8Array;
  readonly mimeType: 'image/webp';
  /** Hexadecimal SHA-256. */
  readonly sha256: string;
}

/** Gives a product its picture. A new picture gets a new address, so that caches never show an old one. */
export class SetProductImage {
  readonly #deps: Pick<CatalogueDeps, 'uow' | 'clock'> & { readonly store: MediaStore };

  constructor(deps: Pick<CatalogueDeps, 'uow' | 'clock'> & { readonly store: MediaStore }) {
    this.#deps = deps;
  }

  /**
   * `encode` runs only for somebody who may, and a product that exists. @throws LeaError `forbidden`,
   * `product_not_found`
   */
  async execute(command: {
    readonly actor: Actor;
    readonly productId: ProductId;
    readonly encode: () => Promise<EncodedImage>;
  }): Promise<{ readonly imageUrl: string }> {
    const { actor, productId, encode } = command;
    const { uow, clock, store } = this.#deps;
    await authorise(uow, actor, 'product.set_image');
    const [known] = await uow.run(actor, ({ products }) => products.getMany([productId]));
    if (known === undefined) throw notFound('product');
    const image = await encode();
    const key = `products/${image.sha256}.webp`;
    await store.put(key, image.bytes, image.mimeType);
    const imageUrl = pictureUrl(key);
    await uow.run(actor, async (repositories) => {
      const { catalogue, audit } = repositories;
      const [product] = await catalogue.lock([productId]);
      if (product === undefined) throw notFound('product');
      await audit.record(
        trace(actor, 'product.set_image', { rows: [productId], columns: ['image_url'] }),
      );
      if (product.imageUrl === imageUrl) return;
      await catalogue.put([{ ...product, imageUrl }], clock.now());
      await dropPictures(repositories, [product.imageUrl]);
    });
    // Dropped by its last product before this one had it, it may have been deleted meanwhile.
    if ((await store.get(key)) === null) await store.put(key, image.bytes, image.mimeType);
    return { imageUrl };
  }
}
