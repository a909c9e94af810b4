import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './Kpis.module.css';

interface Bar {
  readonly key: string;
  readonly label: ReactNode;
  readonly value: number;
  readonly shown: string;
  readonly note?: string;
}

/** Lengths compared side by side; the numbers are written out. */
export function Bars({
  label,
  bars,
  empty,
}: {
  readonly label: string;
  readonly bars: readonly Bar[];
  readonly empty: string;
}) {
  const most = Math.max(1, ...bars.map((bar) => bar.value));
  if (bars.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {empty}
      </Text>
    );
  return (
    <ul className={classes.bars} aria-label={label}>
      {bars.map((bar) => (
        <li key={bar.key}>
          <span className={classes.barLine}>
            <span>{bar.label}</span>
            <span className={classes.barValue}>{bar.shown}</span>
          </span>
          <span className={classes.track} aria-hidden>
            <span className={classes.fill} style={{ width: `${(bar.value / most) * 100}%` }} />
          </span>
          {bar.note !== undefined && <span className={classes.note}>{bar.note}</span>}
        </li>
      ))}
    </ul>
  );
}
