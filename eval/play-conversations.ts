import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { EvaluationShop } from './shop.ts';

const conversation = z.object({
  id: z.string(),
  category: z.string().optional(),
  turns: z.array(z.string()).min(1),
  /** What a good assistant does, in words. */
  expect: z.string().optional(),
});
export type Conversation = z.infer<typeof conversation>;

/** Conversations to be read by a person or judged by another: `[{ id, category, turns, expect }]`. */
export const loadConversations = (file: string): readonly Conversation[] =>
  z.array(conversation).parse(JSON.parse(readFileSync(file, 'utf8')));

/** Plays them, each as a customer of her own who has consented, and gives what was said in turn. */
export async function playConversations(
  shop: EvaluationShop,
  conversations: readonly Conversation[],
): Promise<readonly { readonly conversation: Conversation; readonly got: readonly string[][] }[]> {
  const phones = conversations.map((_, index) => `+2417${String(1_000_000 + index)}`);
  await shop.sayAll(phones.map((phone) => ({ phone, say: 'bonjour' })));
  await shop.sayAll(phones.map((phone) => ({ phone, say: 'oui' })));
  const got: string[][][] = conversations.map(() => []);
  const most = Math.max(...conversations.map(({ turns }) => turns.length));
  for (let turn = 0; turn < most; turn += 1) {
    const due = conversations.flatMap(({ turns }, index) =>
      turns[turn] === undefined ? [] : [{ index, say: turns[turn]! }],
    );
    const answers = await shop.sayAll(
      due.map(({ index, say }) => ({ phone: phones[index]!, say })),
    );
    for (const [at, { index }] of due.entries())
      got[index]!.push([
        ...answers[at]!.texts,
        ...answers[at]!.alerts.map((severity) => `(alert: ${severity})`),
      ]);
  }
  return conversations.map((one, index) => ({ conversation: one, got: got[index]! }));
}

/** To be read. */
export const transcriptOf = ({
  conversation: { id, category, turns, expect },
  got,
}: Awaited<ReturnType<typeof playConversations>>[number]): string =>
  [
    `## ${id}${category === undefined ? '' : ` (${category})`}`,
    ...turns.flatMap((say, turn) => [
      `> ${say}`,
      ...(got[turn] ?? []).flatMap((text) => text.split('\n').map((line) => `    ${line}`)),
    ]),
    ...(expect === undefined ? [] : [`expected: ${expect}`]),
    '',
  ].join('\n');
