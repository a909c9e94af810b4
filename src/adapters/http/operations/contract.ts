import { z } from 'zod';
import { endpoint } from '../core/endpoint.ts';
import { id } from '../core/shapes.ts';

const colleague = z.object({ id: z.string(), name: z.string().nullable() });
const outcome = z.enum(['done', 'denied', 'failed']);
const paging = {
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};
const list = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item).readonly(), next_cursor: z.string().nullable() });

export const auditLog = endpoint({
  method: 'GET',
  path: '/functions/audit-log',
  query: z.strictObject({
    ...paging,
    actor_id: id.optional(),
    subject_id: id.optional().describe('Lines about a customer'),
    action: z
      .string()
      .regex(/^[a-z_.]{1,64}$/)
      .optional(),
    outcome: outcome.optional(),
    kind: z
      .enum(['reads', 'changes'])
      .optional()
      .describe('What was read about people, or everything else'),
    table: z.string().max(63).optional(),
    row_id: z.string().max(64).optional(),
    from: z.iso.datetime({ offset: true }).optional(),
    to: z.iso.datetime({ offset: true }).optional().describe('Before this instant'),
  }),
  response: list(
    z.object({
      id: z.string(),
      at: z.string(),
      actor: colleague.nullable(),
      actor_role: z
        .string()
        .describe('A role, service for a program, system for Léa herself, customer, or anonymous'),
      actor_ref: z.string().nullable().describe("Slack's id of the person"),
      action: z.string(),
      outcome,
      table_name: z.string(),
      row_id: z.string().nullable(),
      row_ids: z.array(z.string()).readonly().describe('When there are several'),
      subjects: z
        .array(z.object({ id: z.string(), conversation_id: z.string().nullable() }).readonly())
        .readonly()
        .describe('Customers whom it concerns'),
      columns: z.array(z.string()).readonly(),
      row_count: z.number().nullable(),
      channel: z.string().nullable(),
      address: z.string().nullable(),
    }),
  ),
});

export const deletionLog = endpoint({
  method: 'GET',
  path: '/functions/deletion-log',
  query: z.strictObject(paging),
  response: list(
    z.object({
      id: z.string(),
      subject_hash: z.string(),
      deleted_at: z.string(),
      requested_by: z
        .string()
        .describe('customer, retention, service, or the id of a member of staff'),
      requester: colleague.nullable(),
      counts: z.record(z.string(), z.number()),
      consents: z.array(z.record(z.string(), z.unknown())).readonly(),
      hash_expires_at: z.string(),
    }),
  ),
});

export const system = endpoint({
  method: 'GET',
  path: '/functions/system',
  response: z.object({
    warnings: z.array(z.string()).readonly().describe('About the settings, by code'),
    versions: z.object({
      lea: z.string(),
      node: z.string(),
      postgres: z.string(),
      migrations: z.array(z.string()).readonly(),
      settings: z.number(),
    }),
    channel: z.object({
      provider: z.string(),
      health: z.enum(['connected', 'disconnected', 'unknown']),
    }),
    model: z.object({
      provider: z.string(),
      month_cost_cfa: z.number(),
      month_budget_cfa: z.number().nullable(),
    }),
    notifiers: z.array(z.object({ name: z.string(), undelivered: z.number() })).readonly(),
    triage: z.object({ ruleset: z.string(), reviewed_by: z.string().nullable(), note: z.string() }),
    work: z.object({
      due_conversations: z.number(),
      oldest_due_seconds: z.number(),
      working_conversations: z.number(),
      retrying_conversations: z.number(),
      dead_conversations: z.number(),
      waiting_jobs: z.number(),
      dead_jobs: z.number(),
      unsent_messages: z.number(),
      failed_sends_lately: z.number(),
      fallbacks_lately: z.number(),
    }),
    incidents: z
      .array(z.object({ key: z.string(), message: z.string(), raised_at: z.string() }))
      .readonly(),
  }),
});
