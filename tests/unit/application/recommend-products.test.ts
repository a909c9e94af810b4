import { describe, expect, it } from 'vitest';
import { StubLanguageModel } from '../../../src/adapters/llm/stub/stub-language-model.ts';
import { NO_CAUTIONS } from '../../../src/domain/catalogue/cautions.ts';
import { SERVICE, type Actor } from '../../../src/domain/shared/actor.ts';
import type { Advice, LanguageModel } from '../../../src/ports/language-model.ts';
import { ProviderError } from '../../../src/ports/provider-error.ts';
import { aConversationId, aProduct, aProductId, aUserId } from '../../support/builders.ts';
import { createHarness, say, type Harness } from '../../support/harness.ts';

const PHONE = '+24174000001';
const SUPPORT: Actor = { kind: 'staff', userId: aUserId(), role: 'support' };
const QUERY = 'une crème hydratante visage';
const CREAM = aProduct();
const RETINOL = aProduct({
  name: 'Crème hydratante visage au rétinol',
  cautions: { ...NO_CAUTIONS, pregnancy: true },
});

/** A model that says just this, or fails. */
class ScriptedModel extends StubLanguageModel {
  readonly says: Advice | ProviderError;
  constructor(says: Advice | ProviderError) {
    super();
    this.says = says;
  }
  override async advise(...args: Parameters<LanguageModel['advise']>) {
    if (this.says instanceof ProviderError) throw this.says;
    return { ...(await super.advise(...args)), advice: this.says };
  }
}
const shop = (says?: Advice | ProviderError, products = [CREAM, RETINOL]): Harness =>
  createHarness({
    products,
    ...(says === undefined ? {} : { adapters: { model: new ScriptedModel(says) } }),
  });
const recommending = (...items: { productId: string; reason: string }[]): Advice => ({
  kind: 'recommend',
  message: '',
  redFlag: null,
  items,
});

const ask = async (lea: Harness, query = QUERY, actor: Actor = SUPPORT) =>
  (await lea.parts.recommendProducts.execute({ actor, query })).recommendations;
const ids = async (lea: Harness, query?: string) =>
  (await ask(lea, query)).map(({ productId }) => productId);

describe('what staff are recommended', () => {
  it('is on the shelf, each with a reason, and asking leaves a line in the audit log and nothing else', async () => {
    const lea = shop();
    const found = await ask(lea);
    expect(found.map(({ productId }) => productId)).toContain(CREAM.id);
    for (const { reason } of found) expect(reason).not.toBe('');
    expect(lea.store.audits.all()).toMatchObject([{ actor: SUPPORT, action: 'product.recommend' }]);
    expect(lea.store.recommendations.all()).toEqual([]);
    expect(lea.store.turns.all()).toEqual([]);
  });

  it('is the same as what a customer is offered for the same words', async () => {
    const lea = shop(undefined, [CREAM]);
    await say(lea, PHONE, 'Bonjour');
    await say(lea, PHONE, 'OUI');
    await say(lea, PHONE, QUERY);
    const offered = lea.store.recommendations.all().map(({ productId }) => productId);
    expect(offered.length).toBeGreaterThan(0);
    expect(await ids(lea)).toEqual(offered);
  });

  it('heeds what the query says of the person, and what is known of the customer of a conversation', async () => {
    const lea = shop();
    expect(await ids(lea, `${QUERY}, je suis enceinte`)).not.toContain(RETINOL.id);
    await say(lea, PHONE, 'Bonjour');
    await say(lea, PHONE, 'OUI');
    await say(lea, PHONE, 'je suis enceinte de 5 mois');
    const conversationId = lea.store.conversations.all()[0]!.id;
    const { recommendations } = await lea.parts.recommendProducts.execute({
      actor: SUPPORT,
      query: QUERY,
      conversationId,
    });
    expect(recommendations.map(({ productId }) => productId)).not.toContain(RETINOL.id);
  });

  it('is never what a model made up, nor twice the same', async () => {
    const reason = 'Hydrate la peau.';
    const said = [aProductId(), CREAM.id, CREAM.id, 'Doliprane'].map((productId) => ({
      productId,
      reason,
    }));
    expect(await ids(shop(recommending(...said)))).toEqual([CREAM.id]);
  });

  it('says nothing that the shelf does not bear out', async () => {
    const reason = 'Guérit l’eczéma pour 500 FCFA, voir http://evil.example';
    const [only] = await ask(shop(recommending({ productId: CREAM.id, reason })));
    expect(only!.productId).toBe(CREAM.id);
    expect(only!.reason).not.toMatch(/eczéma|500|http/);
  });

  it('is chosen without the model when that fails', async () => {
    const lea = shop(new ProviderError('openai', 'unavailable', 'down'));
    expect(await ids(lea)).toContain(CREAM.id);
    expect(lea.log.lines).toContainEqual(
      expect.objectContaining({ event: 'model_failed', level: 'warn' }),
    );
  });

  it('is nothing when nothing stands there', async () => {
    expect(await ids(shop(undefined, [{ ...CREAM, stockQty: 0 }]))).toEqual([]);
    expect(await ids(shop(undefined, []))).toEqual([]);
  });

  it('is not for strangers, and not about a conversation that there is not', async () => {
    const lea = shop();
    await expect(ask(lea, QUERY, { kind: 'anonymous' })).rejects.toMatchObject({
      kind: 'unauthenticated',
    });
    await expect(
      lea.parts.recommendProducts.execute({
        actor: SERVICE,
        query: QUERY,
        conversationId: aConversationId(),
      }),
    ).rejects.toMatchObject({ code: 'conversation_not_found' });
  });
});
