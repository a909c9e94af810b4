import type { SlackMessage, SlackMessageStore } from './slack-message-store.ts';

/** Remembers Slack's messages for one test. */
export class MemorySlackMessages implements SlackMessageStore {
  readonly #messages = new Map<string, SlackMessage>();

  async save(alertId: string, message: SlackMessage): Promise<void> {
    this.#messages.set(alertId, message);
  }

  async find(alertId: string): Promise<SlackMessage | null> {
    return this.#messages.get(alertId) ?? null;
  }
}
