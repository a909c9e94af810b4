import { IconUser } from '@tabler/icons-react';
import { initials } from '../../ui/initials.ts';
import classes from './Inbox.module.css';

const HUES = 8;

/** A customer's initials in a colour of their own, ringed by who speaks for the shop. */
export function Face({
  id,
  name,
  mode,
  size = 42,
}: {
  readonly id: string;
  readonly name: string | null;
  readonly mode?: string;
  readonly size?: number;
}) {
  let hash = 0;
  for (const char of id) hash = (hash * 31 + char.charCodeAt(0)) % 9973;
  return (
    <span
      className={classes.face}
      data-hue={hash % HUES}
      data-mode={mode}
      style={{ width: size, height: size, fontSize: size * 0.36 }}
      aria-hidden
    >
      {name === null ? <IconUser size={size * 0.5} stroke={1.6} /> : initials(name)}
    </span>
  );
}
