import { expect, it } from 'vitest';
import { LogNotifier } from '../../../src/adapters/notifier/log/log-notifier.ts';
import { anAlertNotice } from '../../support/notices.ts';
import { RecordingLog } from '../../support/recording-log.ts';

it('LogNotifier calls trouble an error and the all-clear news, and quotes nobody', async () => {
  const log = new RecordingLog();
  const notifier = new LogNotifier(log);
  await notifier.notifyOperator({ key: 'model', state: 'raised', message: 'down' });
  await notifier.notifyOperator({ key: 'model', state: 'cleared', message: 'up' });
  await notifier.notifyAlert(
    anAlertNotice({
      reason: 'canari',
      customerLabel: 'canari',
      excerpt: [{ sender: 'user', text: 'canari' }],
    }),
  );
  expect(log.lines.map(({ level }) => level)).toEqual(['error', 'info', 'warn']);
  expect(JSON.stringify(log.lines)).not.toContain('canari');
});
