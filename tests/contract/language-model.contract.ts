import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withoutPeople, type AdviceDraft } from '../../src/application/advice/without-people.ts';
import type { ProductId } from '../../src/domain/catalogue/product.ts';
import { NOBODY } from '../../src/domain/privacy/known-people.ts';
import { redact } from '../../src/domain/privacy/redact.ts';
import { EMPTY_NEED } from '../../src/domain/recommendation/need.ts';
import type { AdviceRequest, Candidate, LanguageModel } from '../../src/ports/language-model.ts';

export interface LanguageModelUnderTest {
  readonly model: LanguageModel;
  close(): Promise<void>;
}

export const aCandidate = (id: string, fields: Partial<Candidate> = {}): Candidate => ({
  id: id as ProductId,
  name: `Crème ${id}`,
  brand: 'Komo Derm',
  category: 'Soin du visage',
  priceCfa: 5000,
  attributes: ['peau sèche'],
  description: null,
  ...fields,
});

/** As the gate sends it: what people say goes through redaction, or it does not compile. */
export const aRequest = (fields: Partial<AdviceDraft> = {}): AdviceRequest =>
  withoutPeople({ ...aDraft(), ...fields }, NOBODY);

const aDraft = (): AdviceDraft => ({
  language: 'fr',
  tone: 'chaleureux',
  text: 'une crème pour peau sèche',
  summary: null,
  history: [],
  need: { ...EMPTY_NEED, terms: ['creme'], attributes: ['peau sèche'] },
  preferences: {},
  health: {},
  candidates: [
    aCandidate('11111111-1111-4111-8111-111111111111'),
    aCandidate('22222222-2222-4222-8222-222222222222', { priceCfa: 2500 }),
  ],
  mayAsk: false,
});

/** A file as the demo uses it: it says what it contains. */
export const aSample = (text: string): Uint8Array =>
  new TextEncoder().encode(`\u0000\u0001OggS lea-demo:${text}\n\u0000`);

/** What every language model keeps to; the caller checks what is said. */
export function languageModelContract(
  name: string,
  start: () => Promise<LanguageModelUnderTest>,
): void {
  describe(`LanguageModel: ${name}`, () => {
    let under: LanguageModelUnderTest;
    beforeEach(async () => {
      under = await start();
    });
    afterEach(() => under.close());

    it('recommends by the ids of the candidates, with a reason each', async () => {
      const request = aRequest();
      const { advice } = await under.model.advise(request);
      expect(advice.kind).toBe('recommend');
      const items = advice.kind === 'recommend' ? advice.items : [];
      expect(items.length).toBeGreaterThan(0);
      expect(
        items.every(
          ({ productId, reason }) =>
            request.candidates.some(({ id }) => id === productId) && reason !== '',
        ),
      ).toBe(true);
      expect(advice.redFlag).toBeNull();
    });

    it('says that nothing fits when there is nothing', async () => {
      const { advice } = await under.model.advise(aRequest({ candidates: [] }));
      expect(advice.kind).toBe('nothing_fits');
    });

    it('says what each call cost', async () => {
      const { usage } = await under.model.advise(aRequest());
      expect(usage.model).not.toBe('');
      for (const figure of [
        usage.promptTokens,
        usage.cachedTokens,
        usage.completionTokens,
        usage.costMilliCfa,
      ])
        expect(Number.isSafeInteger(figure) && figure >= 0).toBe(true);
      expect(usage.cachedTokens).toBeLessThanOrEqual(usage.promptTokens);
    });

    it('keeps calls apart that run at the same time', async () => {
      const requests = Array.from({ length: 20 }, (_, index) =>
        aRequest({
          candidates: [aCandidate(`00000000-0000-4000-8000-${String(index).padStart(12, '0')}`)],
        }),
      );
      const answers = await Promise.all(requests.map((request) => under.model.advise(request)));
      answers.forEach(({ advice }, index) => {
        expect(
          advice.kind === 'recommend' ? advice.items.map(({ productId }) => productId) : [],
        ).toEqual([requests[index]!.candidates[0]!.id]);
      });
    });

    it('reads a photo of a product as words to search for', async () => {
      const { reading } = await under.model.readPhoto({
        bytes: aSample('crème hydratante'),
        mimeType: 'image/jpeg',
      });
      expect(reading).toEqual({ kind: 'product', searchText: 'crème hydratante' });
    });

    it('recognises a prescription and searches for nothing in it', async () => {
      const { reading } = await under.model.readPhoto({
        bytes: aSample('ordonnance'),
        mimeType: 'image/jpeg',
      });
      expect(reading).toEqual({ kind: 'prescription', searchText: '' });
    });

    it('says so when a photo cannot be read', async () => {
      const { reading } = await under.model.readPhoto({
        bytes: new Uint8Array([1, 2, 3]),
        mimeType: 'image/tiff',
      });
      expect(reading).toEqual({ kind: 'unreadable', searchText: '' });
    });

    it('transcribes speech', async () => {
      const { transcript } = await under.model.transcribe(
        { bytes: aSample('je cherche un savon'), mimeType: 'audio/ogg; codecs=opus', seconds: 3 },
        ['savon'],
      );
      expect(transcript).toEqual({ text: 'je cherche un savon', confidence: 'sure' });
    });

    it('takes silence for no sentence', async () => {
      for (const bytes of [new Uint8Array(), new Uint8Array(2_000)]) {
        const { transcript } = await under.model.transcribe(
          { bytes, mimeType: 'audio/ogg', seconds: 3 },
          [],
        );
        expect(transcript).toEqual({ text: '', confidence: 'silence' });
      }
    });

    it('moves a loyalty score by a whole number', async () => {
      const { delta, usage } = await under.model.adjustLoyaltyScore({
        score: 60,
        reasons: [redact('Commande récente')],
      });
      expect(Number.isInteger(delta)).toBe(true);
      expect(usage.costMilliCfa).toBeGreaterThanOrEqual(0);
    });
  });
}
