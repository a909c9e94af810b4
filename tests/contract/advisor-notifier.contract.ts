import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AdvisorNotifier } from '../../src/ports/advisor-notifier.ts';
import { anAlertNotice } from '../support/notices.ts';

interface NotifierUnderTest {
  readonly notifier: AdvisorNotifier;
  /** Each thing that left, readable. */
  sent(): readonly string[];
  /** The provider fails from now on; absent where there is none. */
  readonly fail?: (how: 'temporary' | 'final' | 'silent') => void;
  close(): Promise<void>;
}

/** What every way to reach the team keeps to. */
export function advisorNotifierContract(
  name: string,
  start: () => Promise<NotifierUnderTest>,
): void {
  describe(`AdvisorNotifier: ${name}`, () => {
    let under: NotifierUnderTest;
    beforeEach(async () => {
      under = await start();
    });
    afterEach(() => under.close());

    it('brings an alert once, with its category and the way to the conversation', async () => {
      const notice = anAlertNotice();
      await under.notifier.notifyAlert(notice);
      expect(under.sent()).toHaveLength(1);
      expect(under.sent()[0]).toContain(notice.category);
      expect(under.sent()[0]).toContain(notice.url);
    });

    it('lets no number or mail address out, wherever it hides', async () => {
      const phones = [
        '+24177012345',
        '077 01 23 45',
        '00241 77 01 23 46',
        '77.01.23.47',
        '0701234567',
      ];
      await under.notifier.notifyAlert(
        anAlertNotice({
          reason: `Rappeler le ${phones[0]}`,
          category: `manual ${phones[4]}`,
          customerLabel: `Client ${phones[1]}`,
          excerpt: phones.map((phone) => ({
            sender: 'user' as const,
            text: `c'est le ${phone} ou canari@example.com`,
          })),
        }),
      );
      await under.notifier.notifyOperator({
        key: `chat ${phones[0]}`,
        state: 'raised',
        message: `échec vers ${phones[2]} canari@example.com`,
      });
      const everything = under.sent().join('\n');
      expect(under.sent()).toHaveLength(2);
      expect(everything.match(/canari|77[ .]?01[ .]?23[ .]?4|0701234567/)).toBeNull();
    });

    it('brings an operator what happened and the all-clear, ids included', async () => {
      const id = '01a206d6-b29e-7e86-9441-709312345678';
      await under.notifier.notifyOperator({
        key: 'model',
        state: 'raised',
        message: `Le modèle se tait (${id}).`,
      });
      await under.notifier.notifyOperator({
        key: 'model',
        state: 'cleared',
        message: 'Le modèle répond à nouveau.',
      });
      expect(under.sent()).toHaveLength(2);
      expect(under.sent()[0]).toContain(`Le modèle se tait (${id}).`);
      expect(under.sent()[1]).toContain('Le modèle répond à nouveau.');
    });

    it('takes long and awkward words', async () => {
      const excerpt = Array.from({ length: 60 }, () => ({
        sender: 'user' as const,
        text: `${'<&"> é👩🏾‍🦱\n'.repeat(2000)}`,
      }));
      await under.notifier.notifyAlert(
        anAlertNotice({ reason: 'x'.repeat(20_000), customerLabel: 'y'.repeat(500), excerpt }),
      );
      expect(under.sent()).toHaveLength(1);
      expect(under.sent()[0]?.length).toBeLessThan(60_000);
    });

    it('accepts that an alert is taken which it never showed', async () => {
      await expect(under.notifier.alertTaken(randomUUID(), 'Awa', null)).resolves.toBeUndefined();
    });

    it.each([
      ['temporary', { retryable: true }],
      ['final', { kind: 'rejected', retryable: false }],
      ['silent', { kind: 'unavailable', retryable: true, mayHaveActed: true }],
    ] as const)(
      'reports a %s failure as a ProviderError, without words of the customer',
      async (how, expected) => {
        if (under.fail === undefined) return;
        under.fail(how);
        const notice = anAlertNotice({ excerpt: [{ sender: 'user', text: 'canari' }] });
        const error: unknown = await under.notifier
          .notifyAlert(notice)
          .catch((reason: unknown) => reason);
        expect(error).toMatchObject({
          name: 'ProviderError',
          provider: under.notifier.name,
          ...expected,
        });
        expect(String(error)).not.toContain('canari');
      },
    );
  });
}
