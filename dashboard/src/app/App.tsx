import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { queryClient } from '../api/query-client.ts';
import { LanguageProvider, useLanguage } from '../i18n/language.tsx';
import { COLOR_SCHEME_KEY } from '../ui/color-scheme.ts';
import { cssVariables, themeIn } from '../ui/theme.ts';
import { router } from './router.tsx';

/** Nothing is told before the page is drawn; what comes first waits in the library's store. */
const Notifications = lazy(() =>
  import('./Notifications.tsx').then((module) => ({ default: module.Notifications })),
);
const colorScheme = localStorageColorSchemeManager({ key: COLOR_SCHEME_KEY });

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <LanguageProvider>
        <Themed />
      </LanguageProvider>
    </QueryClientProvider>
  );
}

function Themed() {
  return (
    <MantineProvider
      theme={themeIn[useLanguage().language]}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      colorSchemeManager={colorScheme}
    >
      <Suspense fallback={null}>
        <Notifications position="top-right" limit={4} />
      </Suspense>
      <RouterProvider router={router} />
    </MantineProvider>
  );
}
