import type { HandleAlerts } from '../../../application/staff/handle-alerts.ts';
import type { AlertId } from '../../../domain/conversation/alert.ts';
import type { UserId } from '../../../domain/customer/customer.ts';
import { SERVICE } from '../../../domain/shared/actor.ts';
import { LeaError } from '../../../domain/shared/errors.ts';
import type { TableStore } from '../../../ports/table-store.ts';
import { alertChanges } from './contract.ts';
import {
  changedColumns,
  checkReturned,
  matchingIds,
  rowsById,
  sendWritten,
  type WriteRequest,
} from './write-request.ts';

/** PATCH of `handled_by` on advisor_alerts. */
export async function patchAlerts(
  handleAlerts: Pick<HandleAlerts, 'execute'>,
  request: WriteRequest,
): Promise<void> {
  const { handled_by: advisorId } = await changedColumns(request, alertChanges);
  await checkReturned(request);
  const advisor = await advisorBy(request.tables, advisorId);
  const ids = await matchingIds(request);
  await handleAlerts.execute({
    actor: request.actor,
    alertIds: ids as readonly AlertId[],
    advisor,
  });
  sendWritten(
    request,
    ids,
    request.prefer.returning === 'representation' ? await rowsById(request, ids) : null,
  );
}

/** Support cannot see colleagues' rows, so the service looks. @throws LeaError `invalid_request` naming the field */
async function advisorBy(
  tables: TableStore,
  id: string,
): Promise<{ readonly id: UserId; readonly name: string }> {
  const user = await tables.find(SERVICE, 'users', id);
  if (
    user === null ||
    !['support', 'admin'].includes(String(user['role'])) ||
    user['disabled_at'] !== null
  )
    throw new LeaError('invalid', 'invalid_request', 'handled_by: an advisor is expected.', {
      field: 'handled_by',
    });
  return { id: id as UserId, name: typeof user['name'] === 'string' ? user['name'] : 'Conseiller' };
}
