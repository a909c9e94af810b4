import { Badge, Button, Group, Modal, Select, Stack, Switch, Text } from '@mantine/core';
import { IconUserPlus, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { useMe } from '../../api/session.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/texts.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { notifyDone, notifyError } from '../../ui/notify.ts';
import { Page } from '../../ui/Page.tsx';
import { Loaded } from '../../ui/kit/Loaded.tsx';
import { Rows, type Column } from '../../ui/kit/Rows.tsx';
import { kitTexts } from '../../ui/kit/texts.ts';
import { InviteDialog } from './InviteDialog.tsx';
import { teamTexts } from './texts.ts';
import {
  ROLES,
  useChangeRole,
  useDisable,
  useRequireTwoFactor,
  useStaff,
  type StaffMember,
} from './use-staff.ts';

export function TeamPage() {
  const t = useTexts(teamTexts);
  const kit = useTexts(kitTexts);
  const format = useFormat();
  const me = useMe().data;
  const staff = useStaff();
  const changeRole = useChangeRole();
  const disable = useDisable();
  const requireTwoFactor = useRequireTwoFactor();
  const [inviting, setInviting] = useState(false);
  const [disabling, setDisabling] = useState<StaffMember | null>(null);
  const told = {
    onSuccess: () => notifyDone(kit.saved),
    onError: (error: Error) => notifyError(error, kit.actionFailed),
  };
  const nameOf = (member: StaffMember) => member.name ?? member.email ?? t.unnamed;

  const person = (member: StaffMember) => (
    <div>
      <Text size="sm" fw={600}>
        {nameOf(member)} {member.id === me?.id && <Badge color="lea">{t.you}</Badge>}
      </Text>
      {member.email !== null && (
        <Text size="sm" c="dimmed">
          {member.email}
        </Text>
      )}
    </div>
  );
  const role = (member: StaffMember) => (
    <Select
      aria-label={t.roleOf(nameOf(member))}
      w={170}
      allowDeselect={false}
      disabled={member.id === me?.id}
      value={member.role}
      data={ROLES.map((value) => ({ value, label: t[`role_${value}`] }))}
      onChange={(value) => {
        const next = ROLES.find((known) => known === value);
        if (next !== undefined && next !== member.role)
          changeRole.mutate({ id: member.id, role: next }, told);
      }}
    />
  );
  const access = (member: StaffMember) => (
    <Switch
      aria-label={t.accessOf(nameOf(member))}
      label={member.disabled_at === null ? t.active : t.disabled}
      disabled={member.id === me?.id}
      checked={member.disabled_at === null}
      onChange={(event) =>
        event.currentTarget.checked
          ? disable.mutate({ id: member.id, disabled: false }, told)
          : setDisabling(member)
      }
    />
  );
  // Without an address, sign-in is kept elsewhere, and so is its second factor.
  const factor = (member: StaffMember) =>
    member.email === null ? (
      '–'
    ) : (
      <Switch
        aria-label={t.requireOf(nameOf(member))}
        label={member.two_factor_enabled ? t.twoFactorOn : t.twoFactorAsked}
        checked={member.two_factor_required}
        onChange={(event) =>
          requireTwoFactor.mutate({ id: member.id, required: event.currentTarget.checked }, told)
        }
      />
    );
  const columns: Column<StaffMember>[] = [
    { key: 'name', title: t.name, render: person },
    { key: 'role', title: t.role, render: role },
    { key: 'status', title: t.status, render: access },
    { key: 'two', title: t.twoFactor, render: factor },
    { key: 'joined', title: t.joined, render: (member) => format.date(member.created_at) },
  ];
  return (
    <Page
      title={t.title}
      description={t.description}
      actions={
        <Button
          leftSection={<IconUserPlus size={16} aria-hidden />}
          onClick={() => setInviting(true)}
        >
          {t.invite}
        </Button>
      }
    >
      <Loaded
        query={staff}
        empty={{
          when: (members) => members.length === 0,
          show: <EmptyState icon={IconUsersGroup} title={t.empty} />,
        }}
      >
        {(members) => (
          <Rows
            label={t.list}
            rows={members}
            rowKey={(member) => member.id}
            columns={columns}
            card={(member) => (
              <Stack gap={8}>
                {person(member)}
                <Group justify="space-between">
                  {role(member)}
                  {access(member)}
                </Group>
                <Group justify="space-between">
                  <Text size="sm">{t.twoFactor}</Text>
                  {factor(member)}
                </Group>
              </Stack>
            )}
          />
        )}
      </Loaded>
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
      <Modal opened={disabling !== null} onClose={() => setDisabling(null)} title={t.disableTitle}>
        <Stack>
          <Text size="sm">{disabling && t.disableText(nameOf(disabling))}</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setDisabling(null)} data-autofocus>
              {kit.cancel}
            </Button>
            <Button
              color="red"
              onClick={() => {
                if (disabling) disable.mutate({ id: disabling.id, disabled: true }, told);
                setDisabling(null);
              }}
            >
              {t.disable}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </Page>
  );
}
