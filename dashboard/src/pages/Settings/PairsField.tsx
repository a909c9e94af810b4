import {
  ActionIcon,
  Button,
  Group,
  NativeSelect,
  NumberInput,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { SettingsFormState } from './settings-form-state.ts';

interface Field {
  readonly key: string;
  readonly label: string;
  readonly width?: number;
  readonly number?: boolean;
  readonly suffix?: string;
  readonly long?: boolean;
  /** One of these instead of free text. */
  readonly options?: readonly { readonly value: string; readonly label: string }[];
}
interface PairsFieldProps {
  readonly form: SettingsFormState;
  readonly path: 'cannedReplies' | 'emergencyNumbers' | 'triageReplies' | 'couponRules.tiers';
  readonly hint?: string;
  readonly fields: readonly Field[];
  readonly blank: Readonly<Record<string, unknown>>;
  readonly add: string;
  readonly remove: (row: number) => string;
}

/** A list of small rows, to which one adds and from which one removes. */
export function PairsField({ form, path, hint, fields, blank, add, remove }: PairsFieldProps) {
  const rows = path === 'couponRules.tiers' ? form.values.couponRules.tiers : form.values[path];
  const problem = form.errors[path];
  return (
    <Stack gap="sm">
      {hint !== undefined && (
        <Text size="sm" c="dimmed">
          {hint}
        </Text>
      )}
      {rows.map((_, row) => (
        <Group key={row} gap="xs" align="flex-start">
          {fields.map((field) => {
            const props = {
              'aria-label': `${field.label} ${row + 1}`,
              placeholder: field.label,
              ...form.getInputProps(`${path}.${row}.${field.key}`),
              ...(field.width === undefined ? { flex: '1 1 180px' } : { w: field.width }),
            };
            if (field.number === true)
              return (
                <NumberInput
                  key={field.key}
                  {...props}
                  aria-label={undefined}
                  label={field.label}
                  min={0}
                  max={100}
                  allowDecimal={false}
                  {...(field.suffix !== undefined && { suffix: field.suffix })}
                />
              );
            if (field.options !== undefined)
              return <NativeSelect key={field.key} {...props} data={field.options} />;
            return field.long === true ? (
              <Textarea key={field.key} autosize minRows={1} maxRows={6} {...props} />
            ) : (
              <TextInput key={field.key} {...props} />
            );
          })}
          <ActionIcon
            size={36}
            aria-label={remove(row)}
            mt={fields[0]?.number === true ? 25 : 0}
            onClick={() => form.removeListItem(path, row)}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      {problem !== undefined && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {problem}
        </Text>
      )}
      <Button
        variant="default"
        size="xs"
        w="fit-content"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => form.insertListItem(path, { ...blank } as never)}
      >
        {add}
      </Button>
    </Stack>
  );
}
