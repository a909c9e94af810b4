import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Mail, Mailer } from '../../src/ports/mailer.ts';

export interface MailerUnderTest {
  readonly mailer: Mailer;
  /** What arrived, oldest first, without trailing line ends. */
  received(): readonly Mail[];
  close(): Promise<void>;
}

/** What every mailer keeps to. */
export function mailerContract(name: string, start: () => Promise<MailerUnderTest>): void {
  describe(`Mailer: ${name}`, () => {
    let under: MailerUnderTest;
    beforeEach(async () => {
      under = await start();
    });
    afterEach(() => under.close());

    it('brings subject, text and page as they are, French letters and links included', async () => {
      const mail = {
        to: 'awa@example.com',
        subject: 'Votre accès à Léa : « bienvenue » 🌿',
        text: 'Bonjour,\nhttps://lea.example/auth?token=abc_DEF-123&x=1',
        html: '<p>Bonjour <a href="https://lea.example/auth?token=abc&amp;x=1">é</a></p>',
      };
      await under.mailer.send(mail);
      expect(under.received()).toEqual([mail]);
    });

    it('sends without a page', async () => {
      await under.mailer.send({ to: 'awa@example.com', subject: 'Sujet', text: 'Texte' });
      expect(under.received()).toEqual([
        { to: 'awa@example.com', subject: 'Sujet', text: 'Texte' },
      ]);
    });

    it('keeps the order of mails', async () => {
      for (const subject of ['un', 'deux', 'trois'])
        await under.mailer.send({ to: 'awa@example.com', subject, text: '.' });
      expect(under.received().map(({ subject }) => subject)).toEqual(['un', 'deux', 'trois']);
    });
  });
}
