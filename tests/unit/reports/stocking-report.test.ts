import { describe, expect, it } from 'vitest';
import type { OutboxMailer } from '../../../src/adapters/mail/outbox-mailer.ts';
import { stockingReport } from '../../../src/domain/catalogue/stocking-report.ts';
import { aProduct } from '../../support/builders.ts';
import { createHarness, say, type Harness } from '../../support/harness.ts';

const PHONES = ['+24174000001', '+24174000002'] as const;
const DAY = 86_400_000;

describe('the weekly report', () => {
  const mails = (lea: Harness) => (lea.adapters.mailer as OutboxMailer).mails();
  const report = (lea: Harness) => lea.parts.sendStockingReport.execute();
  const asked = async (): Promise<Harness> => {
    const lea = createHarness({
      products: [
        aProduct({ name: 'Gel aloe vera', stockQty: 0 }),
        aProduct({ name: 'Savon noir', brand: null, stockQty: 2, category: 'corps' }),
      ],
    });
    for (const phone of PHONES) {
      await say(lea, phone, 'Bonjour');
      await say(lea, phone, 'OUI');
      await say(lea, phone, 'gel aloe vera');
      await say(lea, phone, 'Je cherche un tensiomètre');
    }
    await say(lea, PHONES[0], 'gel aloe vera');
    await say(lea, PHONES[0], 'Me prévenir');
    await say(lea, PHONES[0], 'un bracelet pour Hortense');
    return lea;
  };

  it('tells the owner what to order, without a person in it', async () => {
    const lea = await asked();
    expect(await report(lea)).toEqual({ sent: true });
    const [mail] = mails(lea);
    expect(mail).toMatchObject({
      to: 'patronne@lea.example',
      subject: 'Parapharmacie Léa : que commander cette semaine',
    });
    expect(mail!.text).toContain('- Gel aloe vera : 3 demandes, 1 personne à prévenir');
    expect(mail!.text).toMatch(/- tensiometre( \(.+\))? : 2 personnes/);
    expect(mail!.text).toContain("et 1 besoin d'une seule personne");
    expect(mail!.text).toContain('- Savon noir : 2 en rayon');
    expect(mail!.text).not.toMatch(/hortense|bracelet|2417/i);
  });

  it('looks back a week', async () => {
    const lea = await asked();
    lea.pass(8 * DAY);
    await report(lea);
    expect(mails(lea)[0]!.text).not.toContain('tensiometre');
    // Somebody still waits for it.
    expect(mails(lea)[0]!.text).toContain('- Gel aloe vera : 1 personne à prévenir');
  });

  it('is not sent when there is nothing to say', async () => {
    const lea = createHarness({ products: [aProduct()] });
    expect(await report(lea)).toEqual({ sent: false });
    expect(mails(lea)).toEqual([]);
  });

  it('blanks a number that several people wrote', () => {
    const facts = { shopName: 'X', soldOut: [], singleNeeds: 0, lowStock: [] };
    const needs = [{ needKey: 'creme 074112233', category: null, people: 2 }];
    expect(stockingReport({ ...facts, needs })!.text).not.toContain('074112233');
  });
});
