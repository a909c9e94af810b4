import { Button, Group, Pill, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useLanguage } from '../../i18n/language.tsx';
import { useTexts } from '../../i18n/texts.ts';
import { useDays } from '../../i18n/days.ts';
import type { SettingsFormState } from './settings-form-state.ts';
import { settingsTexts } from './texts.ts';
import classes from './Settings.module.css';

const MONDAY = Date.UTC(2024, 0, 1);
const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6];

export function HoursField({ form }: { readonly form: SettingsFormState }) {
  const t = useTexts(settingsTexts);
  const { language } = useLanguage();
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t.hoursHint}
      </Text>
      {WEEKDAYS.map((index) => {
        const name = weekday.format(MONDAY + index * 86_400_000);
        const hours = form.values.openingHours[index] ?? null;
        const path = `openingHours.${index}`;
        return (
          <div key={index} className={classes.day}>
            <Switch
              label={name}
              aria-label={t.openOn(name)}
              checked={hours !== null}
              onChange={(event) =>
                form.setFieldValue(
                  path,
                  event.currentTarget.checked ? { opens: '08:00', closes: '19:00' } : null,
                )
              }
            />
            {hours === null ? (
              <Text size="sm" c="dimmed">
                {t.closed}
              </Text>
            ) : (
              <>
                <TextInput
                  type="time"
                  aria-label={t.opensAt(name)}
                  {...form.getInputProps(`${path}.opens`)}
                />
                <TextInput
                  type="time"
                  aria-label={t.closesAt(name)}
                  {...form.getInputProps(`${path}.closes`)}
                  error={form.errors[`${path}.closes`] ?? form.errors[path]}
                />
              </>
            )}
          </div>
        );
      })}
      <Holidays form={form} />
    </Stack>
  );
}

function Holidays({ form }: { readonly form: SettingsFormState }) {
  const t = useTexts(settingsTexts);
  const days = useDays();
  const [day, setDay] = useState('');
  const { holidays } = form.values;
  const add = () => {
    if (day !== '' && !holidays.includes(day))
      form.setFieldValue('holidays', [...holidays, day].toSorted());
    setDay('');
  };
  return (
    <div>
      <Text size="sm" fw={500} mb={4}>
        {t.holidays}
      </Text>
      <Pill.Group mb="xs">
        {holidays.map((holiday) => (
          <Pill
            key={holiday}
            withRemoveButton
            removeButtonProps={{
              'aria-label': t.removeDay(days.show(holiday)),
              'aria-hidden': false,
              tabIndex: 0,
            }}
            onRemove={() =>
              form.setFieldValue(
                'holidays',
                holidays.filter((other) => other !== holiday),
              )
            }
          >
            {days.show(holiday)}
          </Pill>
        ))}
      </Pill.Group>
      <Group gap="xs">
        <TextInput
          type="date"
          aria-label={t.holiday}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <Button variant="default" onClick={add} disabled={day === ''}>
          {t.addHoliday}
        </Button>
      </Group>
    </div>
  );
}
