import { notifications } from '@mantine/notifications';
import { ApiError } from '../api/client.ts';

/** Tells that something did not work, with the server's own sentence. */
export function notifyError(error: unknown, title: string): void {
  notifications.show({
    color: 'red',
    title,
    message: error instanceof ApiError || error instanceof Error ? error.message : String(error),
    autoClose: 8000,
  });
}

export const notifyDone = (message: string): void =>
  void notifications.show({ color: 'lea', message, autoClose: 3500 });
