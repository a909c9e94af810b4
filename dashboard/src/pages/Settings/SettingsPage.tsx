import { Text } from '@mantine/core';
import { useState } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/texts.ts';
import { Page } from '../../ui/Page.tsx';
import { Loaded } from '../../ui/kit/Loaded.tsx';
import { SettingsForm } from './SettingsForm.tsx';
import { settingsTexts } from './texts.ts';
import { useSettings, useSettingsHistory } from './use-settings.ts';
import classes from './Settings.module.css';

export function SettingsPage() {
  const t = useTexts(settingsTexts);
  const settings = useSettings();
  // A colleague's change must not empty the form under my hands: it stays until I load again.
  const [generation, setGeneration] = useState(0);
  return (
    <Page title={t.title} description={t.description}>
      <Loaded query={settings} bars={8}>
        {(data) => (
          <>
            <SettingsForm
              key={generation}
              settings={data}
              onReload={() =>
                void settings.refetch().then(() => setGeneration((value) => value + 1))
              }
            />
            <History />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function History() {
  const t = useTexts(settingsTexts);
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const history = useSettingsHistory(open);
  return (
    <details className={classes.history} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t.history}</summary>
      {open && (
        <Loaded
          query={history}
          bars={3}
          empty={{
            when: ({ items }) => items.length === 0,
            show: (
              <Text p="md" size="sm" c="dimmed">
                {t.noHistory}
              </Text>
            ),
          }}
        >
          {({ items }) => (
            <ul className={classes.versions}>
              {items.map((item) => (
                <li key={item.version}>
                  <Text size="sm" fw={600}>
                    {t.version(item.version)} · {item.by?.name ?? t.unknown}
                  </Text>
                  <Text size="sm" c="dimmed">
                    {format.dateTime(item.at)} · {item.changed.join(', ')}
                  </Text>
                </li>
              ))}
            </ul>
          )}
        </Loaded>
      )}
    </details>
  );
}
