import { z } from 'zod';
import type { Advice } from '../../../ports/language-model.ts';

const adviceReply = z.object({
  kind: z.enum(['recommend', 'ask', 'nothing_fits', 'talk', 'handoff']),
  message: z.string(),
  items: z.array(z.object({ id: z.string(), reason: z.string() })),
  options: z.array(z.string()),
  red_flag: z.enum(['none', 'handoff', 'emergency']),
  red_flag_reason: z.string().nullable(),
});
const photoReply = z.object({
  kind: z.enum(['prescription', 'product', 'body', 'other', 'unreadable']),
  search_text: z.string(),
});
const scoreReply = z.object({ delta: z.int(), reason: z.string() });

/** A strict schema: flat root object, every field required, nothing else allowed. */
function strict(name: string, schema: z.ZodType) {
  return {
    type: 'json_schema' as const,
    json_schema: {
      name,
      strict: true,
      schema: bare(z.toJSONSchema(schema)) as Record<string, unknown>,
    },
  };
}

/** The dialect's name and number bounds, which zod adds, are more than some strict servers know. */
const UNKNOWN_TO_STRICT: ReadonlySet<string> = new Set(['$schema', 'minimum', 'maximum']);

function bare(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(bare);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).flatMap(([key, value]) =>
      UNKNOWN_TO_STRICT.has(key) ? [] : [[key, bare(value)]],
    ),
  );
}

export const ADVICE_FORMAT = strict('conseil', adviceReply);
export const PHOTO_FORMAT = strict('photo', photoReply);
export const SCORE_FORMAT = strict('score', scoreReply);

export const parsePhotoReply = (value: unknown) => photoReply.parse(value);
export const parseScoreReply = (value: unknown) => scoreReply.parse(value);

/** A reply as the port's advice; short ids become product ids, unknown ones stay as they are and are dropped later. */
export function parseAdviceReply(value: unknown, products: ReadonlyMap<string, string>): Advice {
  const reply = lenient.parse(value);
  const redFlag =
    reply.red_flag === 'none'
      ? null
      : {
          emergency: reply.red_flag === 'emergency',
          reason: (reply.red_flag_reason ?? '').slice(0, 300),
        };
  const base = { message: reply.message.slice(0, 1_000), redFlag };
  if (reply.kind === 'recommend') {
    const items = reply.items.slice(0, 12).map(({ id, reason }) => ({
      productId: products.get(id.trim()) ?? id.slice(0, 64),
      reason: reason.slice(0, 600),
    }));
    return { ...base, kind: 'recommend', items };
  }
  return reply.kind === 'ask'
    ? {
        ...base,
        kind: 'ask',
        options: reply.options.slice(0, 6).map((option) => option.slice(0, 80)),
      }
    : { ...base, kind: reply.kind };
}

/** A server that ignores the schema tends to leave out what is empty; what matters must still be there. */
const lenient = adviceReply.extend({
  items: adviceReply.shape.items.nullish().transform((items) => items ?? []),
  options: adviceReply.shape.options.nullish().transform((options) => options ?? []),
  red_flag: adviceReply.shape.red_flag.nullish().transform((flag) => flag ?? 'none'),
  red_flag_reason: adviceReply.shape.red_flag_reason.optional(),
});
