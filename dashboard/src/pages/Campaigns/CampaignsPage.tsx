import { Button, SegmentedControl, Stack } from '@mantine/core';
import { IconPlus, IconSpeakerphone } from '@tabler/icons-react';
import { useState } from 'react';
import { useMe } from '../../api/session.ts';
import { useTexts } from '../../i18n/texts.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { Loaded } from '../../ui/kit/Loaded.tsx';
import { useUrlState } from '../../ui/kit/use-url-state.ts';
import { CampaignCard } from './CampaignCard.tsx';
import { CampaignEditor } from './CampaignEditor.tsx';
import { MessageLog } from './MessageLog.tsx';
import { campaignTexts } from './texts.ts';
import { useCampaigns } from './use-campaigns.ts';

/** Admins make and run campaigns; advisors see what was sent. */
export function CampaignsPage() {
  const t = useTexts(campaignTexts);
  const isAdmin = useMe().data?.role === 'admin';
  const [url, setUrl] = useUrlState('view', 'status', 'page');
  const [creating, setCreating] = useState(false);
  const messages = !isAdmin || url.view === 'messages';
  return (
    <Page
      title={t.title}
      description={t.description}
      actions={
        isAdmin && (
          <Button
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setCreating(true)}
          >
            {t.create}
          </Button>
        )
      }
    >
      {isAdmin && (
        <SegmentedControl
          w="fit-content"
          aria-label={t.which}
          value={messages ? 'messages' : 'campaigns'}
          onChange={(view) =>
            setUrl({
              view: view === 'messages' ? view : undefined,
              status: undefined,
              page: undefined,
            })
          }
          data={[
            { value: 'campaigns', label: t.tabCampaigns },
            { value: 'messages', label: t.tabMessages },
          ]}
        />
      )}
      {messages ? <MessageLog /> : <Campaigns />}
      {creating && <CampaignEditor onClose={() => setCreating(false)} />}
    </Page>
  );
}

function Campaigns() {
  const t = useTexts(campaignTexts);
  const campaigns = useCampaigns();
  return (
    <Loaded
      query={campaigns}
      bars={3}
      empty={{
        when: (data) => data.campaigns.length === 0,
        show: (
          <EmptyState icon={IconSpeakerphone} title={t.none}>
            {t.noneText}
          </EmptyState>
        ),
      }}
    >
      {(data) => (
        <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
          {data.campaigns.map((campaign) => (
            <CampaignCard key={campaign.id} campaign={campaign} />
          ))}
        </Stack>
      )}
    </Loaded>
  );
}
