import { Button, Group, Select, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useLanguage } from '../../i18n/language.tsx';
import { useTexts } from '../../i18n/texts.ts';
import { usePhone } from '../../ui/kit/use-phone.ts';
import type { StaffMember } from '../Team/use-staff.ts';
import { ACTION_WORDS } from './action-words.ts';
import { auditTexts } from './texts.ts';
import type { AuditSearch } from './use-logs.ts';

interface FiltersProps {
  readonly search: AuditSearch;
  readonly staff: readonly StaffMember[];
  readonly onChange: (
    changes: Readonly<Partial<Record<keyof AuditSearch, string | undefined>>>,
  ) => void;
}

/** By person, action, kind, what became of it, and days. */
export function Filters({ search, staff, onChange }: FiltersProps) {
  const t = useTexts(auditTexts);
  const { language } = useLanguage();
  const half = usePhone() ? 'calc(50% - 6px)' : undefined;
  const actions = Object.entries(ACTION_WORDS[language])
    .map(([value, label]) => ({ value, label }))
    .toSorted((a, b) => a.label.localeCompare(b.label, language));
  return (
    <Group gap="sm" align="flex-end">
      <Select
        label={t.who}
        placeholder={t.everybody}
        w={half ?? 190}
        clearable
        clearButtonProps={{ 'aria-label': t.reset }}
        searchable
        value={search.actor === '' ? null : search.actor}
        onChange={(actor) => onChange({ actor: actor ?? undefined })}
        data={staff.map(({ id, name, email }) => ({ value: id, label: name ?? email ?? id }))}
      />
      <Select
        label={t.action}
        placeholder={t.everything}
        w={half ?? 260}
        clearable
        clearButtonProps={{ 'aria-label': t.reset }}
        searchable
        value={search.action === '' ? null : search.action}
        onChange={(action) => onChange({ action: action ?? undefined })}
        data={actions}
      />
      <Select
        label={t.kind}
        w={half ?? 150}
        allowDeselect={false}
        value={search.kind === '' ? 'all' : search.kind}
        onChange={(kind) => onChange({ kind: kind === 'all' ? undefined : (kind ?? undefined) })}
        data={[
          { value: 'all', label: t.everything },
          { value: 'changes', label: t.changes },
          { value: 'reads', label: t.reads },
        ]}
      />
      <Select
        label={t.outcome}
        w={half ?? 140}
        allowDeselect={false}
        value={search.outcome === '' ? 'all' : search.outcome}
        onChange={(outcome) =>
          onChange({ outcome: outcome === 'all' ? undefined : (outcome ?? undefined) })
        }
        data={[
          { value: 'all', label: t.everything },
          { value: 'denied', label: t.denied },
          { value: 'failed', label: t.failed },
        ]}
      />
      <TextInput
        type="date"
        label={t.from}
        w={half ?? 150}
        value={search.from}
        max={search.to || undefined}
        onChange={(event) => onChange({ from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t.to}
        w={half ?? 150}
        value={search.to}
        min={search.from || undefined}
        onChange={(event) => onChange({ to: event.currentTarget.value })}
      />
      {search.subject !== '' && (
        <Button
          variant="light"
          rightSection={<IconX size={14} aria-hidden />}
          onClick={() => onChange({ subject: undefined })}
        >
          {t.onlyPerson(search.subject.slice(0, 8))}
        </Button>
      )}
    </Group>
  );
}
