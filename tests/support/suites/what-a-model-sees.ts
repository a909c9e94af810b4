import { describe, expect, it } from 'vitest';
import { OpenAiLanguageModel } from '../../../src/adapters/llm/openai/openai-language-model.ts';
import type { Parts } from '../../../src/composition/parts.ts';
import { simulatedAliases } from '../../../src/domain/customer/alias.ts';
import { SERVICE } from '../../../src/domain/shared/actor.ts';
import { NO_RECIPIENTS } from '../../../src/domain/shop/data-recipients.ts';
import { aPhone } from '../builders.ts';
import { say, type Harness } from '../harness.ts';
import {
  firstProducts,
  OpenAiPeer,
  type PeerRequest,
  type PeerScript,
} from '../peers/openai-peer.ts';

const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==';
/** Each is said in one place of its own. */
const CANARIES = [
  'zarvella',
  'kumbrezo',
  'oquilandre',
  'dramowi',
  'bestouvan',
  'flixandou',
  'grunzemba',
  'wolpandja',
  'yimbrosse',
];

const answer = (request: PeerRequest): PeerScript => {
  if (request.path.endsWith('/audio/transcriptions'))
    return { kind: 'transcript', text: 'je m’appelle Dramowi et je cherche un savon' };
  const format = (request.body?.['response_format'] as { json_schema: { name: string } })
    .json_schema.name;
  if (format === 'score') return { kind: 'json', value: { delta: 1, reason: 'Fidèle' } };
  if (format === 'conseil') return firstProducts()(request);
  return { kind: 'json', value: { kind: 'product', search_text: 'savon de madame Yimbrosse' } };
};
const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Plays a whole acquaintance with a provider's server listening. `open` gives a shop with products. */
export function whatAModelSeesSuite(open: (adapters: Partial<Parts>) => Harness): void {
  describe('what a model sees', () => {
    it('holds no name and no number of the conversation, wherever they were said', async () => {
      const peer = await new OpenAiPeer().start();
      peer.respond = answer;
      const model = new OpenAiLanguageModel({
        apiKey: 'sk-test', baseUrl: peer.baseUrl, model: 'gpt-4o', fallbackModel: 'gpt-5.4-mini', transcribeModel: 'gpt-transcribe',
      }); // prettier-ignore
      const lea = open({
        model,
        recipients: { ...NO_RECIPIENTS, model: { name: null, country: null, abroad: false } },
      });
      const phone = aPhone();
      await say(lea, phone, 'Bonjour, je cherche une crème pour peau sèche');
      await say(lea, phone, 'oui');
      const aliases = simulatedAliases(phone);
      const id = await lea.adapters.uow.run(SERVICE, async ({ customers }) => {
        const customer = (await customers.findByAlias(aliases[0]!))!;
        await customers.update(customer.id, { name: 'Zarvella 🌸', otherNames: ['Kumbrezo'] });
        return customer.id;
      });
      await say(lea, phone, 'zarvela cherche un lait pour le corps, c’est pour KUMBREZOO');
      await say(lea, phone, 'je suis Oquilandre Bestouvan, un shampoing pour cheveux crépus');
      for (let index = 0; index < 16; index += 1)
        await say(lea, phone, `un savon doux à moins de ${index + 2}000 F`);
      await say(lea, phone, 'et pour oquilandre, que conseillez-vous comme savon ?');
      await say(lea, phone, 'ma fille s’appelle Flixandou, il lui faut une crème');
      await say(
        lea,
        phone,
        'une crème pour flixandou et bestouvan au 077/12/33/99, le savon à 5 500 F',
      );
      await say(lea, phone, 'ceci est à Mme Grunzemba, vous avez ?', { image: PIXEL });
      await say(lea, phone, '', { voice: true });
      await say(lea, phone, 'au nom de wolpandja, un gel douche, tel (077) 123 399');
      await say(
        lea,
        phone,
        `mon numéro ${phone}, grunzemba et wolpandja veulent une huile, le ${phone.slice(-8, -4)} ${phone.slice(-4)}`,
      );
      await lea.parts.issueCoupon.execute({ actor: SERVICE, userId: id });
      await peer.stop();

      const seen = peer.requests.map(({ body, fields }) =>
        folded(JSON.stringify(body?.messages.map(({ content }) => content) ?? fields)),
      );
      const all = seen.join('\n').replaceAll('\\"', '"');
      expect(peer.requests.length).toBeGreaterThan(15);
      expect(CANARIES.filter((canary) => all.includes(canary.slice(0, 6)))).toEqual([]);
      expect(all).not.toMatch(/12\D{0,3}33\D{0,3}99|123\D{0,3}399/);
      expect(all).not.toContain(phone.slice(-6));
      expect(all).toContain('5 500 f');
    }, 60_000);
  });
}
