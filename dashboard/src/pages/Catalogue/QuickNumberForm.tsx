import { Button, Group, NumberInput } from '@mantine/core';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/texts.ts';
import { kitTexts } from '../../ui/kit/texts.ts';

interface QuickNumberFormProps {
  readonly label: string;
  readonly value: number;
  readonly suffix?: string;
  readonly min: number;
  readonly max: number;
  readonly onSave: (value: number) => void;
}

/** One whole number and its button; loaded when the first figure is opened. */
export function QuickNumberForm({ label, value, suffix, min, max, onSave }: QuickNumberFormProps) {
  const t = useTexts(kitTexts);
  const [typed, setTyped] = useState<number | string>(value);
  const format = useFormat();
  const fits = typeof typed === 'number' && typed >= min && typed <= max;
  const field = useRef<HTMLInputElement>(null);
  // The popover looks for its first field when it opens, which may be before this form is here.
  useEffect(() => field.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (fits) onSave(Number(typed));
  };
  return (
    <form onSubmit={submit}>
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <NumberInput
          ref={field}
          label={label}
          w={190}
          min={min}
          max={max}
          clampBehavior="none"
          error={typed !== '' && !fits && t.fromTo(format.number(min), format.number(max))}
          allowDecimal={false}
          allowNegative={false}
          thousandSeparator=" "
          data-autofocus
          value={typed}
          onChange={setTyped}
          onFocus={(event) => event.currentTarget.select()}
          {...(suffix !== undefined && { suffix })}
        />
        <Button type="submit" disabled={!fits}>
          {t.save}
        </Button>
      </Group>
    </form>
  );
}
