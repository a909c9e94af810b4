import slack, { type WebClient } from '@slack/web-api';
import type {
  AdvisorNotifier,
  AlertNotice,
  OperatorNotice,
} from '../../../ports/advisor-notifier.ts';
import type { Log } from '../../../ports/log.ts';
import { alertBlocks, operatorBlocks, takenBlocks, type SlackText } from './slack-blocks.ts';
import { messageIsGone, slackFailure } from './slack-errors.ts';
import type { SlackMessage, SlackMessageStore } from './slack-message-store.ts';

interface SlackNotifierOptions {
  readonly token: string;
  readonly channel: string;
  readonly apiUrl?: string;
  readonly timeoutMs: number;
  readonly messages: SlackMessageStore;
  readonly log: Log;
}

/** Alerts in a Slack channel, with a button to take them. */
export class SlackNotifier implements AdvisorNotifier {
  readonly name = 'slack';
  readonly #client: WebClient;
  readonly #options: SlackNotifierOptions;

  constructor(options: SlackNotifierOptions) {
    this.#options = options;
    this.#client = new slack.WebClient(options.token, {
      ...(options.apiUrl === undefined
        ? {}
        : { slackApiUrl: `${options.apiUrl.replace(/(?<!\/)\/+$/, '')}/` }),
      timeout: options.timeoutMs,
      // The job queue tries again; here a retry would only hold a worker.
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      allowAbsoluteUrls: false,
      logLevel: slack.LogLevel.ERROR,
    });
  }

  /** Whether Slack knows our token; says as whom. */
  async verify(): Promise<string> {
    try {
      const { user, team } = await this.#client.auth.test();
      return `${user ?? '?'} in ${team ?? '?'}`;
    } catch (error) {
      throw slackFailure(error);
    }
  }

  async notifyAlert(notice: AlertNotice): Promise<void> {
    const message = await this.#post(alertBlocks(notice));
    if (message === null) return;
    try {
      await this.#options.messages.save(notice.alertId, message);
    } catch {
      // The advisors have it: failing here would post it twice for the sake of a later correction.
      this.#options.log.warn('slack_message_not_remembered', { alertId: notice.alertId });
    }
  }

  async notifyOperator(notice: OperatorNotice): Promise<void> {
    await this.#post(operatorBlocks(notice));
  }

  async alertTaken(alertId: string, advisorName: string, url: string | null): Promise<void> {
    const message = await this.#options.messages.find(alertId);
    if (message === null) return;
    try {
      await this.#client.chat.update({
        ...message,
        ...takenBlocks(advisorName, url),
      });
    } catch (error) {
      if (!messageIsGone(error)) throw slackFailure(error);
    }
  }

  async #post(message: SlackText): Promise<SlackMessage | null> {
    try {
      const { channel, ts } = await this.#client.chat.postMessage({
        channel: this.#options.channel,
        ...message,
        unfurl_links: false,
        unfurl_media: false,
      });
      return channel === undefined || ts === undefined ? null : { channel, ts };
    } catch (error) {
      throw slackFailure(error);
    }
  }
}
