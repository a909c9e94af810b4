import { Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTexts } from '../../i18n/texts.ts';
import { indexQuery } from '../Catalogue/use-products.ts';
import type { SettingsFormState } from './settings-form-state.ts';
import { settingsTexts } from './texts.ts';

/** Every category of the catalogue, and those that were set before and are gone. */
export function AutonomyField({ form }: { readonly form: SettingsFormState }) {
  const t = useTexts(settingsTexts);
  const products = useQuery(indexQuery).data ?? [];
  const { autonomy } = form.values;
  const categories = [
    ...new Set([
      ...products.flatMap((product) => product.category ?? []),
      ...Object.keys(autonomy),
    ]),
  ].toSorted((a, b) => a.localeCompare(b));
  return (
    <div>
      <Text size="sm" fw={500}>
        {t.autonomy}
      </Text>
      <Text size="sm" c="dimmed" mb="xs">
        {categories.length === 0 ? t.noCategories : t.autonomyHint}
      </Text>
      <Stack gap={6}>
        {categories.map((category) => (
          <Group key={category} justify="space-between" gap="xs">
            <Text size="sm">{category}</Text>
            <NativeSelect
              size="xs"
              aria-label={`${t.autonomy} : ${category}`}
              value={autonomy[category] ?? 'automatic'}
              onChange={({ currentTarget: { value } }) => {
                // What is automatic has no entry.
                const others = Object.entries(autonomy).filter(([name]) => name !== category);
                form.setFieldValue(
                  'autonomy',
                  Object.fromEntries(value === 'suggest' ? [...others, [category, value]] : others),
                );
              }}
              data={[
                { value: 'automatic', label: t.automatic },
                { value: 'suggest', label: t.suggest },
              ]}
            />
          </Group>
        ))}
      </Stack>
    </div>
  );
}
