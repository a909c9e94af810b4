import { describe, expect, it } from 'vitest';
import type { Parts } from '../../../src/composition/parts.ts';
import type { Customer } from '../../../src/domain/customer/customer.ts';
import { simulatedAliases } from '../../../src/domain/customer/alias.ts';
import { SERVICE } from '../../../src/domain/shared/actor.ts';
import { transferVersion } from '../../../src/domain/shop/consent-text.ts';
import { NO_RECIPIENTS, type DataRecipients } from '../../../src/domain/shop/data-recipients.ts';
import { textsFor } from '../../../src/domain/texts/texts-for.ts';
import { aPhone } from '../builders.ts';
import { say, type Harness } from '../harness.ts';
import { RecordingModel } from '../recording-model.ts';

const ABROAD: DataRecipients = {
  ...NO_RECIPIENTS,
  model: { name: 'OpenAI', country: 'US', abroad: true },
};
const OTHER: DataRecipients = {
  ...NO_RECIPIENTS,
  model: { name: 'Mistral', country: 'FR', abroad: true },
};
const QUESTION = 'je cherche un shampoing pour cheveux crépus';
const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==';

/** What holds of a model abroad on every persistence. `open` gives a shop with products on its shelf. */
export function transferSuite(open: (adapters: Partial<Parts>) => Harness): void {
  const shop = (given = ABROAD) => {
    const model = new RecordingModel();
    const recipients = { ...given };
    const lea = open({ recipients, model });
    /** The owner configures another model. */
    const moveTo = (other: DataRecipients) => Object.assign(recipients, other);
    return { lea, model, phone: aPhone(), moveTo };
  };
  const customerOf = (lea: Harness, phone: string): Promise<Customer> =>
    lea.adapters.uow.run(
      SERVICE,
      async ({ customers }) => (await customers.findByAlias(simulatedAliases(phone)[0]!))!,
    );
  const consentsOf = async (lea: Harness, phone: string) => {
    const { id } = await customerOf(lea, phone);
    const all = await lea.adapters.uow.run(SERVICE, ({ erasure }) => erasure.consentsOf(id));
    return all.map(({ purpose, given, version }) => ({ purpose, given, version }));
  };
  const buttons = (lea: Harness, phone: string): readonly string[] =>
    lea
      .shownTo(phone)
      .at(-1)!
      .buttons.map(({ id }) => id);

  describe('a model abroad', () => {
    it('is asked about after the service, in one message; the first question is answered after OUI', async () => {
      const { lea, model, phone } = shop();
      await say(lea, phone, QUESTION);
      const asked = await say(lea, phone, 'OUI');
      expect(asked).toHaveLength(1);
      expect(asked[0]).toContain('OpenAI (États-Unis)');
      expect(buttons(lea, phone)).toEqual(['transfer:yes', 'transfer:no']);
      expect(model.calls).toEqual([]);
      const answer = (await say(lea, phone, 'OUI', { button: 'transfer:yes' })).join('\n');
      expect(answer).toContain('FCFA');
      expect(model.calls.map(([name]) => name)).toEqual(['advise']);
      expect(await consentsOf(lea, phone)).toEqual([
        { purpose: 'service', given: true, version: expect.any(String) as string },
        { purpose: 'transfer_abroad', given: true, version: transferVersion(ABROAD) },
      ]);
      await say(lea, phone, 'moins cher');
      expect(model.calls).toHaveLength(2);
    });

    it('NON: Léa serves with her own wording, and neither words, voice nor photo go there', async () => {
      const { lea, model, phone } = shop();
      await say(lea, phone, QUESTION);
      await say(lea, phone, 'oui');
      expect((await say(lea, phone, 'non')).join('\n')).toContain('FCFA');
      await say(lea, phone, '', { voice: true });
      await say(lea, phone, 'avez-vous ceci ?', { image: PIXEL });
      expect((await say(lea, phone, 'un savon doux')).join('\n')).toContain('FCFA');
      await lea.parts.issueCoupon.execute({
        actor: SERVICE,
        userId: (await customerOf(lea, phone)).id,
      });
      expect(model.calls).toEqual([]);
      expect(await consentsOf(lea, phone)).toContainEqual({
        purpose: 'transfer_abroad',
        given: false,
        version: transferVersion(ABROAD),
      });
    });

    it('no answer is no consent: served without the model, asked once, the button still counts later', async () => {
      const { lea, model, phone } = shop();
      await say(lea, phone, 'Bonjour');
      await say(lea, phone, 'oui');
      expect((await say(lea, phone, QUESTION)).join('\n')).toContain('FCFA');
      await say(lea, phone, 'oui');
      expect(model.calls).toEqual([]);
      expect((await customerOf(lea, phone)).transferConsent).toBeNull();
      await say(lea, phone, 'OUI', { button: 'transfer:yes' });
      await say(lea, phone, QUESTION);
      expect(model.calls).toHaveLength(1);
    });

    it('a voice or a photo without it is told why nobody hears it; unanswered, the question is put again', async () => {
      const { lea, model, phone } = shop();
      await say(lea, phone, 'Bonjour');
      await say(lea, phone, 'oui');
      await say(lea, phone, 'vos horaires ?');
      const { mediaNeedsTransfer, voiceUnclear } = textsFor('fr');
      for (const file of [{ voice: true as const }, { image: PIXEL }]) {
        const asked = await say(lea, phone, '', file);
        expect(asked.join('')).toContain(mediaNeedsTransfer);
        expect(asked.join('')).toContain('OpenAI (États-Unis)');
        expect(buttons(lea, phone)).toEqual(['transfer:yes', 'transfer:no']);
      }
      expect(model.calls).toEqual([]);
      await say(lea, phone, 'oui');
      expect((await customerOf(lea, phone)).transferConsent).toBe(true);
      await say(lea, phone, '', { voice: true });
      expect(model.calls.map(([name]) => name)).toContain('transcribe');
      const other = aPhone();
      await say(lea, other, 'Bonjour');
      await say(lea, other, 'oui');
      await say(lea, other, 'non');
      const refused = (await say(lea, other, '', { voice: true })).join('');
      expect(refused).toContain(mediaNeedsTransfer);
      expect(refused).not.toContain('OpenAI');
      expect(refused).not.toContain(voiceUnclear);
      expect((await customerOf(lea, other)).transferConsent).toBe(false);
    });

    it('a second OUI in the burst that answers the service question says nothing about the transfer', async () => {
      const { lea, model, phone } = shop();
      await say(lea, phone, QUESTION);
      await lea.receive({ phone, text: 'oui' });
      await lea.receive({ phone, text: 'oui' });
      await lea.settle();
      expect((await customerOf(lea, phone)).transferConsent).toBeNull();
      expect(model.calls).toEqual([]);
    });

    it('without buttons the number answers', async () => {
      const { lea, model, phone } = shop();
      await say(lea, phone, QUESTION);
      await say(lea, phone, 'oui');
      await say(lea, phone, '1');
      expect(model.calls).toHaveLength(1);
    });

    it('is answered while a person has the conversation', async () => {
      const { lea, phone } = shop();
      await say(lea, phone, 'Bonjour');
      await say(lea, phone, 'oui');
      await say(lea, phone, 'CONSEILLER');
      const answer = await say(lea, phone, 'NON', { button: 'transfer:no' });
      expect(answer.join('')).toContain(textsFor('fr').transferRefused);
      expect((await customerOf(lea, phone)).transferConsent).toBe(false);
    });

    it('RETRAIT withdraws it with the service, and both are asked anew', async () => {
      const { lea, model, phone } = shop();
      await say(lea, phone, QUESTION);
      await say(lea, phone, 'oui');
      await say(lea, phone, 'oui');
      await say(lea, phone, 'RETRAIT');
      expect((await consentsOf(lea, phone)).slice(-2)).toEqual([
        { purpose: 'service', given: false, version: expect.any(String) as string },
        { purpose: 'transfer_abroad', given: false, version: transferVersion(ABROAD) },
      ]);
      const before = model.calls.length;
      lea.pass(25 * 3_600_000);
      await say(lea, phone, QUESTION);
      expect((await say(lea, phone, 'oui')).join('')).toContain('OpenAI');
      expect(model.calls).toHaveLength(before);
    });

    it('is looked up at the moment of the call: what was withdrawn while the turn ran stops it', async () => {
      const { lea, model, phone } = shop();
      await say(lea, phone, QUESTION);
      await say(lea, phone, 'oui');
      await say(lea, phone, 'oui');
      const { id } = await customerOf(lea, phone);
      const run = lea.adapters.uow.run.bind(lea.adapters.uow);
      const calls = model.calls.length;
      await lea.receive({ phone, text: 'un lait pour le corps' });
      // The turn's own look at the customer also asks for the catalogue's words; right after it comes the withdrawal.
      let withdrawn = 0;
      lea.adapters.uow.run = async (actor, work) => {
        let looked = false;
        const result = await run(actor, (repositories) =>
          work({
            ...repositories,
            get products() {
              looked = true;
              return repositories.products;
            },
          }),
        );
        if (looked && withdrawn === 0) {
          withdrawn += 1;
          await run(SERVICE, ({ customers }) => customers.update(id, { transferConsent: false }));
        }
        return result;
      };
      await lea.settle();
      lea.adapters.uow.run = run;
      expect(withdrawn).toBe(1);
      expect(model.calls).toHaveLength(calls);
    });

    it('another provider is another question', async () => {
      const { lea, model, phone, moveTo } = shop();
      await say(lea, phone, QUESTION);
      await say(lea, phone, 'oui');
      await say(lea, phone, 'oui');
      const before = model.calls.length;
      moveTo(OTHER);
      const asked = await say(lea, phone, QUESTION);
      expect(asked.join('')).toContain('Mistral (France)');
      expect(model.calls).toHaveLength(before);
      expect((await say(lea, phone, 'oui')).join('\n')).toContain('FCFA');
      expect(model.calls).toHaveLength(before + 1);
    });

    it('who agreed while no model was asked is asked before the first call', async () => {
      const { lea, model, phone, moveTo } = shop(NO_RECIPIENTS);
      await say(lea, phone, QUESTION);
      await say(lea, phone, 'oui');
      const before = model.calls.length;
      moveTo(ABROAD);
      expect((await say(lea, phone, QUESTION)).join('')).toContain('OpenAI');
      expect(model.calls).toHaveLength(before);
    });

    it('a model at home needs no second question', async () => {
      const { lea, model, phone } = shop({
        ...NO_RECIPIENTS,
        model: { name: null, country: null, abroad: false },
      });
      await say(lea, phone, QUESTION);
      expect((await say(lea, phone, 'oui')).join('\n')).toContain('FCFA');
      expect(model.calls).toHaveLength(1);
    });

    it('staff record it, given or withdrawn', async () => {
      const { lea, model, phone } = shop();
      await say(lea, phone, 'Bonjour');
      await say(lea, phone, 'oui');
      const { id } = await customerOf(lea, phone);
      const log = (given: boolean) =>
        lea.parts.logConsent.execute({
          actor: SERVICE,
          consents: [
            {
              userId: id,
              given,
              purpose: 'transfer_abroad',
              version: null,
              messageId: null,
              at: null,
            },
          ],
        });
      await log(true);
      await say(lea, phone, QUESTION);
      expect(model.calls).toHaveLength(1);
      await log(false);
      await say(lea, phone, 'un savon doux');
      expect(model.calls).toHaveLength(1);
    });
  });
}
