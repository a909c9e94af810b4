import type { LogConsent } from '../../../application/staff/log-consent.ts';
import type { UserId } from '../../../domain/customer/customer.ts';
import type { MessageId } from '../../../domain/message/message.ts';
import { consentBody } from './contract.ts';
import {
  checkReturned,
  insertedRows,
  rowsById,
  sendWritten,
  type WriteRequest,
} from './write-request.ts';

/** POST on consent_logs: a consent or its withdrawal that was heard outside of WhatsApp. */
export async function insertConsents(
  logConsent: Pick<LogConsent, 'execute'>,
  request: WriteRequest,
): Promise<void> {
  const rows = await insertedRows(request, consentBody);
  await checkReturned(request);
  const { consentIds } = await logConsent.execute({
    actor: request.actor,
    consents: rows.map((row) => ({
      userId: row.user_id as UserId,
      given: row.consent_given,
      purpose: row.purpose,
      version: row.version,
      messageId: row.message_id as MessageId | null,
      at: row.timestamp === null ? null : new Date(row.timestamp),
    })),
  });
  sendWritten(
    request,
    consentIds,
    request.prefer.returning === 'representation' ? await rowsById(request, consentIds) : null,
  );
}
