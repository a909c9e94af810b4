/**
 * What a phone shows whole, in UTF-16 units and pieces: WhatsApp's limits, which are also the strictest of the
 * channels. Every sentence and label is made to fit them; an adapter cuts nothing.
 */
export const CHANNEL_LIMITS = {
  text: 4_096,
  caption: 1_024,
  /** Of a message with buttons or a list. */
  interactiveText: 1_024,
  header: 60,
  footer: 60,
  buttons: 3,
  buttonTitle: 20,
  rows: 10,
  rowTitle: 24,
  rowDescription: 72,
  /** On the button that opens a list. */
  listButton: 20,
  sectionTitle: 24,
  /** Below the picture of one card of several. */
  cardText: 160,
  choiceId: 200,
} as const;
