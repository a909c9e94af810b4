import { Anchor } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { createElement } from 'react';
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

/** Says what was done, with the way back beside it for as long as the message stands. */
export function notifyUndo(message: string, label: string, undo: () => void): void {
  const id = notifications.show({
    color: 'lea',
    autoClose: 10_000,
    message: createElement(
      'span',
      null,
      `${message} · `,
      createElement(
        Anchor<'button'>,
        {
          component: 'button',
          type: 'button',
          fw: 600,
          onClick: () => {
            notifications.hide(id);
            undo();
          },
        },
        label,
      ),
    ),
  });
}
