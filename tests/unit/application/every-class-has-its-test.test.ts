import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

/**
 * Told by tests of several use cases together, by subject, before each had a file of its own. The list only gets
 * shorter.
 */
const BY_SUBJECT: readonly string[] = [
  'answer-conversation',
  'approve-reply',
  'cancel-order',
  'change-role',
  'change-settings',
  'close-conversation',
  'conversation-housekeeping',
  'create-campaign',
  'create-order-link',
  'create-products',
  'dead-letter-conversation',
  'delete-products',
  'disable-staff',
  'export-products',
  'export-user-data',
  'follow-order-link',
  'hand-back',
  'handle-alerts',
  'import-products',
  'invite-staff',
  'label-conversation',
  'list-campaigns',
  'log-consent',
  'mark-read',
  'mark-sold',
  'model-gate',
  'note-conversation',
  'operator-alerts',
  'preview-campaign',
  'read-order-history',
  'read-prices',
  'redeem-coupon',
  'report-system',
  'require-two-factor',
  'run-campaign',
  'send-due-campaign-messages',
  'send-message',
  'send-stocking-report',
  'set-product-image',
  'settle-order',
  'snooze-conversation',
  'start-conversation',
  'take-alert',
  'take-over',
  'undo-price-change',
  'update-products',
  'view-order',
  'watch-by-push',
  'watch-catalogue',
];

const classes = globSync('src/application/**/*.ts')
  .filter((file) => /^export class /m.test(readFileSync(file, 'utf8')))
  .map((file) => path.basename(file, '.ts'));
const tested = new Set(
  globSync('tests/unit/**/*.test.ts').map((file) => path.basename(file, '.test.ts')),
);

it('each class of the application has a unit test of its name', () => {
  expect(classes.length).toBeGreaterThan(50);
  expect(classes.filter((name) => !tested.has(name) && !BY_SUBJECT.includes(name))).toEqual([]);
});

it('names none as told by subject that has its own test, or that is gone', () => {
  expect(BY_SUBJECT.filter((name) => tested.has(name) || !classes.includes(name))).toEqual([]);
});
