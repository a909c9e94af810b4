import { Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { useTexts } from '../../i18n/texts.ts';
import { Picture } from './Picture.tsx';
import { catalogueTexts } from './texts.ts';

interface PictureFieldProps {
  readonly url: string | null;
  readonly file: File | null;
  readonly canEdit: boolean;
  readonly onFile: (file: File) => void;
  readonly onRemove: () => void;
}

const MOST_BYTES = 8_000_000;

export function PictureField({ url, file, canEdit, onFile, onRemove }: PictureFieldProps) {
  const t = useTexts(catalogueTexts);
  const [tooLarge, setTooLarge] = useState(false);
  const preview = useMemo(() => (file === null ? null : URL.createObjectURL(file)), [file]);
  useEffect(() => () => (preview === null ? undefined : URL.revokeObjectURL(preview)), [preview]);
  const shown = preview ?? url;
  return (
    <Group wrap="nowrap" align="center">
      <Picture url={shown} size={88} />
      {canEdit && (
        <Stack gap={6} align="flex-start">
          <Group gap="xs">
            <FileButton
              accept="image/jpeg,image/png,image/webp"
              onChange={(chosen) => {
                setTooLarge(chosen !== null && chosen.size > MOST_BYTES);
                if (chosen !== null && chosen.size <= MOST_BYTES) onFile(chosen);
              }}
              inputProps={{ 'aria-label': t.image }}
            >
              {(props) => (
                <Button variant="default" size="xs" {...props}>
                  {shown === null ? t.imageChoose : t.imageReplace}
                </Button>
              )}
            </FileButton>
            {shown !== null && (
              <Button variant="subtle" color="gray" size="xs" onClick={onRemove}>
                {t.imageRemove}
              </Button>
            )}
          </Group>
          <Text size="xs" c={tooLarge ? 'var(--mantine-color-error)' : 'dimmed'} role="status">
            {tooLarge ? t.imageTooLarge : file === null ? t.imageHint : t.imageAfter}
          </Text>
        </Stack>
      )}
    </Group>
  );
}
