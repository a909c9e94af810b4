import { Button, Group, NumberInput, Popover, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTexts } from '../../i18n/texts.ts';
import { kitTexts } from '../../ui/kit/texts.ts';
import classes from './Catalogue.module.css';

interface QuickNumberProps {
  readonly label: string;
  readonly value: number;
  readonly suffix?: string;
  readonly disabled?: boolean;
  readonly onSave: (value: number) => void;
  readonly children: ReactNode;
}

/** A figure that opens into a small form: Enter saves, Escape leaves it. */
export function QuickNumber({
  label,
  value,
  suffix,
  disabled,
  onSave,
  children,
}: QuickNumberProps) {
  const t = useTexts(kitTexts);
  const [opened, setOpened] = useState(false);
  const [typed, setTyped] = useState<number | string>(value);
  if (disabled) return children;
  const open = () => {
    setTyped(value);
    setOpened(!opened);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (typeof typed !== 'number') return;
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
        <UnstyledButton className={classes.quick} onClick={open}>
          <VisuallyHidden>{label} : </VisuallyHidden>
          {children}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <form onSubmit={submit}>
          <Group gap="xs" align="flex-end" wrap="nowrap">
            <NumberInput
              label={label}
              w={190}
              min={0}
              max={1_000_000_000}
              clampBehavior="strict"
              allowDecimal={false}
              allowNegative={false}
              thousandSeparator=" "
              data-autofocus
              value={typed}
              onChange={setTyped}
              onFocus={(event) => event.currentTarget.select()}
              {...(suffix !== undefined && { suffix })}
            />
            <Button type="submit" disabled={typeof typed !== 'number'}>
              {t.save}
            </Button>
          </Group>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
