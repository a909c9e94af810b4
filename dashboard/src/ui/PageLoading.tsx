import { Skeleton, Stack } from '@mantine/core';

/** Shown only while a page's code is fetched for the first time. */
export function PageLoading() {
  return (
    <Stack p="lg" gap="md" aria-busy="true">
      <Skeleton h={28} w={220} />
      <Skeleton h={120} />
      <Skeleton h={120} />
    </Stack>
  );
}
