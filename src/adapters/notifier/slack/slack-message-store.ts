/** Where an alert stands in Slack. */
export interface SlackMessage {
  /** Slack's id of the channel, which `chat.update` wants instead of its name. */
  readonly channel: string;
  readonly ts: string;
}

/** Remembers across processes which message shows which alert. */
export interface SlackMessageStore {
  /** Replaces what was there: an alert that is raised again has a new message. */
  save(alertId: string, message: SlackMessage): Promise<void>;
  find(alertId: string): Promise<SlackMessage | null>;
}
