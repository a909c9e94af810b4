import type { system } from '@http/operations/contract.ts';
import { Paper, SimpleGrid, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Answer } from '../../api/client.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/texts.ts';
import { systemTexts } from './texts.ts';
import classes from './System.module.css';

export type SystemState = Answer<typeof system>;

/** What the server tells of itself, a card for each matter. */
export function SystemDetails({ state }: { readonly state: SystemState }) {
  const t = useTexts(systemTexts);
  const format = useFormat();
  const { channel, model, notifiers, work, triage, versions, incidents } = state;
  const health = { connected: t.connected, disconnected: t.disconnected, unknown: t.unknown };
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
      <Facts
        title={t.incidents}
        facts={
          incidents.length === 0
            ? [[t.now, t.noIncident]]
            : incidents.map(({ raised_at, message }) => [format.dateTime(raised_at), message])
        }
      />
      <Facts
        title={t.channel}
        facts={[
          [t.provider, channel.provider],
          [t.connection, health[channel.health]],
          [t.failedSends, format.number(work.failed_sends_lately)],
        ]}
      />
      <Facts
        title={t.queue}
        facts={[
          [t.due, format.number(work.due_conversations)],
          [t.oldest, t.seconds(work.oldest_due_seconds)],
          [t.working, format.number(work.working_conversations)],
          [t.retrying, format.number(work.retrying_conversations)],
          [t.unsent, format.number(work.unsent_messages)],
          [t.jobs, format.number(work.waiting_jobs)],
          [t.givenUp, format.number(work.dead_conversations + work.dead_jobs)],
        ]}
      />
      <Facts
        title={t.model}
        facts={[
          [t.provider, model.provider],
          [t.monthCost, format.fcfa(model.month_cost_cfa)],
          [
            t.monthBudget,
            model.month_budget_cfa === null ? t.unlimited : format.fcfa(model.month_budget_cfa),
          ],
          [t.fallbacks, format.number(work.fallbacks_lately)],
        ]}
      />
      <Facts
        title={t.notifiers}
        facts={notifiers.map(({ name, undelivered }) => [
          name === 'webpush' ? t.webpush : name,
          undelivered === 0 ? t.allDelivered : t.undelivered(undelivered),
        ])}
      />
      <Facts
        title={t.versions}
        facts={[
          ['Léa', versions.lea],
          ['Node', versions.node],
          ['PostgreSQL', versions.postgres],
          [t.schema, versions.migrations.at(-1) ?? t.none],
          [t.settings, format.number(versions.settings)],
        ]}
      />
      <Facts
        title={t.triage}
        facts={[
          [t.rules, triage.ruleset],
          [t.reviewedBy, triage.reviewed_by ?? t.nobody],
          [t.note, triage.note],
        ]}
      />
    </SimpleGrid>
  );
}

function Facts({
  title,
  facts,
}: {
  readonly title: string;
  readonly facts: readonly (readonly [string, ReactNode])[];
}) {
  return (
    <Paper withBorder p="md" bg="var(--lea-surface)">
      <Text component="h2" fw={650} m={0} mb="sm">
        {title}
      </Text>
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name} className={classes.fact}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Paper>
  );
}
