/** Who runs the model that reads what customers write. */
export interface ModelProvider {
  /** Null: a model without a name on the shop's own machines. */
  readonly name: string | null;
  /** ISO 3166 code; null where nobody said. */
  readonly country: string | null;
  /** Outside of the shop's country, or nobody can tell: needs a consent of its own. */
  readonly abroad: boolean;
}

/** Who besides the shop gets what customers write, as this installation is configured. */
export interface DataRecipients {
  /** ISO 3166 code of where the database stands; null: nobody said. */
  readonly keptIn: string | null;
  /** Hosts of others that keep the database or files; empty: the shop's own server does. */
  readonly keptBy: readonly string[];
  /** Through whom messages travel; empty in the simulator. */
  readonly carriers: readonly string[];
  /** Through whom advisors are told of a conversation, with an extract of it. */
  readonly alertsThrough: readonly string[];
  /** Null: no model is asked. */
  readonly model: ModelProvider | null;
}

/** The simulator on one machine: nobody else gets anything. */
export const NO_RECIPIENTS: DataRecipients = {
  keptIn: null,
  keptBy: [],
  carriers: [],
  alertsThrough: [],
  model: null,
};
