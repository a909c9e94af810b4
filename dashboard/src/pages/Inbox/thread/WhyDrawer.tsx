import '../../../ui/styles-rest.ts';
import { Badge, Divider, Drawer, Group, Loader, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { readTurns } from '@http/inbox/contract.ts';
import { call, type Answer } from '../../../api/client.ts';
import { formatFcfa, useFormat } from '../../../i18n/format.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { useTexts } from '../../../i18n/texts.ts';
import { outcomeName } from '../outcomes.ts';
import { inboxTexts } from '../texts.ts';
import { useFocusBack } from '../../../ui/kit/use-focus-back.ts';

type Turn = Answer<typeof readTurns>['turns'][number];

interface WhyDrawerProps {
  readonly conversationId: string;
  /** Null: the conversation's last turns. */
  readonly turnId: string | null;
  readonly onClose: () => void;
}

/** What a reply of Léa's rests on: triage, the products she had before her, the model and its price. */
export function WhyDrawer({ conversationId, turnId, onClose }: WhyDrawerProps) {
  useFocusBack();
  const t = useTexts(inboxTexts);
  const { data, isPending } = useQuery({
    queryKey: ['inbox', 'turns', conversationId, turnId],
    queryFn: ({ signal }) =>
      call<typeof readTurns>({
        method: 'GET',
        path: '/functions/inbox/turns',
        query: {
          conversation_id: conversationId,
          ...(typeof turnId === 'string' && { turn_id: turnId }),
        },
        signal,
      }),
    staleTime: Infinity,
  });
  return (
    <Drawer opened onClose={onClose} position="right" size={420} title={t.why}>
      {isPending && <Loader size="sm" />}
      {data?.turns.length === 0 && <Text c="dimmed">{t.noTurns}</Text>}
      {data?.turns.map((turn) => (
        <TurnView key={turn.id} turn={turn} />
      ))}
    </Drawer>
  );
}

function TurnView({ turn }: { readonly turn: Turn }) {
  const t = useTexts(inboxTexts);
  const format = useFormat();
  const { language } = useLanguage();
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Badge>{outcomeName(turn.outcome, language)}</Badge>
        <Text size="sm" c="dimmed">
          {format.dateTime(turn.started_at)}
        </Text>
      </Group>
      <Fact label={t.triage}>
        {turn.triage === null || turn.triage.severity === 'none'
          ? t.triageNone
          : `${turn.triage.severity}${turn.triage.category ? ` · ${turn.triage.category}` : ''}`}
        {turn.triage !== null && turn.triage.rule_ids.length > 0 && (
          <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {turn.triage.rule_ids.join(', ')}
          </Text>
        )}
      </Fact>
      <Fact label={t.candidates}>
        {turn.candidates.length === 0 && t.candidatesNone}
        <Stack gap={8} mt={turn.candidates.length > 0 ? 6 : 0}>
          {turn.candidates.map((candidate) => (
            <div key={candidate.id}>
              <Group gap={6} wrap="nowrap" justify="space-between">
                <Text size="sm" fw={candidate.chosen ? 600 : 400}>
                  {candidate.name}
                </Text>
                <Group gap={6} wrap="nowrap">
                  {candidate.chosen && (
                    <Badge size="sm" style={{ flexShrink: 0 }}>
                      {t.chosen}
                    </Badge>
                  )}
                  <Text size="sm" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
                    {formatFcfa(candidate.price_cfa)}
                  </Text>
                </Group>
              </Group>
              {candidate.reason && (
                <Text size="xs" c="dimmed">
                  {candidate.reason}
                </Text>
              )}
            </div>
          ))}
        </Stack>
      </Fact>
      <Divider />
      <Fact label={t.model}>
        {turn.model_calls === 0 || turn.model === null
          ? t.modelNone
          : `${turn.model} × ${turn.model_calls}`}
      </Fact>
      {turn.model_calls > 0 && (
        <>
          <Fact label={t.tokens}>
            {t.tokensText(
              format.number(turn.prompt_tokens),
              format.number(turn.cached_tokens),
              format.number(turn.completion_tokens),
            )}
          </Fact>
          <Fact
            label={t.cost}
          >{`${(turn.cost_milli_cfa / 1000).toLocaleString(language, { maximumFractionDigits: 2 })} FCFA`}</Fact>
        </>
      )}
      {turn.response_ms !== null && (
        <Fact
          label={t.delay}
        >{`${(turn.response_ms / 1000).toLocaleString(language, { maximumFractionDigits: 1 })} s`}</Fact>
      )}
    </Stack>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <Text size="xs" c="dimmed" fw={600}>
        {label}
      </Text>
      <Text component="div" size="sm">
        {children}
      </Text>
    </div>
  );
}
