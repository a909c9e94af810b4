import { Button, Group, NumberInput } from '@mantine/core';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTexts } from '../../i18n/texts.ts';
import { kitTexts } from '../../ui/kit/texts.ts';

interface QuickNumberFormProps {
  readonly label: string;
  readonly value: number;
  readonly suffix?: string;
  readonly onSave: (value: number) => void;
}

/** One whole number and its button; loaded when the first figure is opened. */
export function QuickNumberForm({ label, value, suffix, onSave }: QuickNumberFormProps) {
  const t = useTexts(kitTexts);
  const [typed, setTyped] = useState<number | string>(value);
  const field = useRef<HTMLInputElement>(null);
  // The popover looks for its first field when it opens, which may be before this form is here.
  useEffect(() => field.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (typeof typed === 'number') onSave(typed);
  };
  return (
    <form onSubmit={submit}>
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <NumberInput
          ref={field}
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
  );
}
