import { Popover, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import classes from './Catalogue.module.css';

const QuickNumberForm = lazy(() =>
  import('./QuickNumberForm.tsx').then((module) => ({ default: module.QuickNumberForm })),
);

interface QuickNumberProps {
  readonly label: string;
  readonly value: number;
  readonly suffix?: string;
  readonly min?: number;
  readonly max?: number;
  readonly disabled?: boolean;
  readonly onSave: (value: number) => void;
  readonly children: ReactNode;
}

/** A figure that opens into a small form: Enter saves, Escape leaves it. */
export function QuickNumber({
  label,
  value,
  suffix,
  min = 0,
  max = 1_000_000_000,
  disabled,
  onSave,
  children,
}: QuickNumberProps) {
  const [opened, setOpened] = useState(false);
  if (disabled) return children;
  const save = (typed: number) => {
    setOpened(false);
    if (typed !== value) onSave(typed);
  };
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      trapFocus
      returnFocus
      withArrow
      shadow="md"
      position="bottom-end"
    >
      <Popover.Target>
        <UnstyledButton className={classes.quick} onClick={() => setOpened(!opened)}>
          <VisuallyHidden>{label} : </VisuallyHidden>
          {children}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <Suspense fallback={null}>
          <QuickNumberForm
            label={label}
            value={value}
            min={min}
            max={max}
            onSave={save}
            {...(suffix !== undefined && { suffix })}
          />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
