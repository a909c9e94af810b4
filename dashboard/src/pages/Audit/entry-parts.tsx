import { Anchor, Badge, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useLanguage } from '../../i18n/language.tsx';
import { useTexts } from '../../i18n/texts.ts';
import type { StaffMember } from '../Team/use-staff.ts';
import { actionWord } from './action-words.ts';
import { tableWord } from './table-words.ts';
import { auditTexts } from './texts.ts';
import type { AuditEntry } from './use-logs.ts';

const NOBODYS = ['service', 'system', 'customer', 'anonymous'] as const;
const CHANNELS = ['dashboard', 'api', 'slack'] as const;

/** The person or the program, and from where. */
export function Who({ entry }: { readonly entry: AuditEntry }) {
  const t = useTexts(auditTexts);
  const kind = NOBODYS.find((name) => name === entry.actor_role);
  const channel = CHANNELS.find((name) => name === entry.channel);
  const name =
    entry.actor?.name ??
    (channel === 'slack'
      ? t.somebodyInSlack
      : kind === undefined
        ? t.formerColleague
        : t[`who_${kind}`]);
  const where = [channel === undefined ? null : t[`from_${channel}`], entry.address];
  return (
    <Stack gap={0}>
      <Text size="sm" fw={600}>
        {name}
      </Text>
      <Text size="xs" c="dimmed">
        {where.filter((part) => part !== null).join(' · ')}
      </Text>
    </Stack>
  );
}

/** In words; with a mark where it was refused. */
export function What({ entry }: { readonly entry: AuditEntry }) {
  const t = useTexts(auditTexts);
  const { language } = useLanguage();
  const words = actionWord(language, entry.action, entry.actor_role);
  return (
    <Group gap={6}>
      <Text size="sm">{words}</Text>
      {entry.outcome !== 'done' && (
        <Badge color={entry.outcome === 'denied' ? 'red' : 'orange'}>{t[entry.outcome]}</Badge>
      )}
    </Group>
  );
}

interface AboutProps {
  readonly entry: AuditEntry;
  readonly staff: readonly StaffMember[];
  readonly onPerson: (id: string) => void;
}

/** Customers and things, each with the way there; names stay where they are kept. */
export function About({ entry, staff, onPerson }: AboutProps) {
  const t = useTexts(auditTexts);
  const [person] = entry.subjects;
  const several = entry.subjects.length > 1;
  return (
    <Stack gap={0}>
      {person !== undefined && !several && (
        <Group gap={6}>
          <PersonLink person={person} />
          <Anchor component="button" type="button" size="xs" onClick={() => onPerson(person.id)}>
            {t.onlyThis}
          </Anchor>
        </Group>
      )}
      {several && <Text size="sm">{t.customers(entry.subjects.length)}</Text>}
      <Thing entry={entry} staff={staff} />
    </Stack>
  );
}

function PersonLink({ person }: { readonly person: AuditEntry['subjects'][number] }) {
  const t = useTexts(auditTexts);
  const label = t.customer(person.id.slice(0, 8));
  const { conversation_id: conversationId } = person;
  if (conversationId === null) return <Text size="sm">{label}</Text>;
  return (
    <Anchor
      size="sm"
      renderRoot={(props) => (
        <Link to="/inbox/$conversationId" params={{ conversationId }} search={{}} {...props} />
      )}
    >
      {label}
    </Anchor>
  );
}

/** Pages on which the rows of a table are shown. */
const PAGES = {
  products: '/catalogue',
  orders: '/orders',
  loyalty_coupons: '/coupons',
  campaigns: '/campaigns',
  advisor_alerts: '/alerts',
  settings: '/settings',
} as const;
const hasPage = (table: string): table is keyof typeof PAGES => Object.hasOwn(PAGES, table);

function Thing({ entry, staff }: Pick<AboutProps, 'entry' | 'staff'>) {
  const t = useTexts(auditTexts);
  const { language } = useLanguage();
  const { table_name: table, row_id: id, row_count: count, row_ids: ids } = entry;
  const colleague = staff.find((member) => member.id === id);
  if (colleague !== undefined)
    return (
      <Anchor size="sm" renderRoot={(props) => <Link to="/team" {...props} />}>
        {colleague.name ?? colleague.email}
      </Anchor>
    );
  if (table === 'conversations' && id !== null)
    return (
      <Anchor
        size="sm"
        renderRoot={(props) => (
          <Link
            to="/inbox/$conversationId"
            params={{ conversationId: id }}
            search={{}}
            {...props}
          />
        )}
      >
        {t.conversation}
      </Anchor>
    );
  // The customer stands above already.
  if (table === 'users' && id !== null && entry.subjects.length > 0) return null;
  const rows = id === null ? (count ?? ids.length) : 1;
  const label = tableWord(language, table);
  const text = rows > 1 || count !== null ? `${label} · ${rows}` : label;
  if (!hasPage(table) || (rows === 0 && count === null))
    return label === '' ? null : (
      <Text size="xs" c="dimmed">
        {text}
      </Text>
    );
  return (
    <Anchor
      size="sm"
      renderRoot={(props) => (
        <Link
          to={PAGES[table]}
          search={table === 'products' && id !== null ? ({ product: id } as never) : {}}
          {...props}
        />
      )}
    >
      {text}
    </Anchor>
  );
}
