import { expect, it } from 'vitest';
import { OutboxMailer } from '../../../src/adapters/mail/outbox-mailer.ts';

it('OutboxMailer keeps the last fifty mails, newest first', async () => {
  const now = new Date('2026-03-02T10:00:00Z');
  const outbox = new OutboxMailer({ now: () => now });
  for (let index = 1; index <= 60; index += 1)
    await outbox.send({ to: 'a@example.com', subject: `${index}`, text: 't' });
  expect(outbox.mails()).toHaveLength(50);
  expect(outbox.mails()[0]).toEqual({ to: 'a@example.com', subject: '60', text: 't', sentAt: now });
  expect(outbox.mails().at(-1)?.subject).toBe('11');
});
