import {
  createTheme,
  mergeThemeOverrides,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from '@mantine/core';

const lea: MantineColorsTuple = [
  '#e8f6f1',
  '#d2ebe2',
  '#a7d8c7',
  '#79c4aa',
  '#53b492',
  '#33a37f',
  '#1d8d6b',
  '#0f7a5f',
  '#0a654e',
  '#064f3d',
];
/** Greys of the dark scheme with a drop of green, so that it belongs to the brand. */
const dark: MantineColorsTuple = [
  '#dde6e3',
  '#bccac5',
  '#9aaba5',
  '#6d7f79',
  '#45544f',
  '#303d39',
  '#212c28',
  '#19231f',
  '#141c19',
  '#0f1614',
];

const theme = createTheme({
  primaryColor: 'lea',
  primaryShade: { light: 7, dark: 7 },
  colors: { lea, dark },
  autoContrast: true,
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  headings: { fontFamily: "'Inter Variable', system-ui, sans-serif", fontWeight: '650' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  components: {
    Tooltip: { defaultProps: { openDelay: 350, withArrow: true } },
    Modal: { defaultProps: { centered: true, radius: 'lg' } },
    Badge: {
      defaultProps: { variant: 'light', radius: 'sm' },
      styles: { label: { textTransform: 'none', fontWeight: 600 } },
    },
    Paper: { defaultProps: { radius: 'lg' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
  },
});

const CLOSE = { fr: 'Fermer', en: 'Close' } as const;

/** With a name for each button that shows a cross only. */
const closing = (language: keyof typeof CLOSE) => {
  const labelled = { defaultProps: { closeButtonProps: { 'aria-label': CLOSE[language] } } };
  return mergeThemeOverrides(
    theme,
    createTheme({ components: { Modal: labelled, Drawer: labelled, Notification: labelled } }),
  );
};
export const themeIn = { fr: closing('fr'), en: closing('en') } as const;

const HUES = [
  'red',
  'orange',
  'yellow',
  'green',
  'teal',
  'lea',
  'blue',
  'cyan',
  'indigo',
  'violet',
  'grape',
  'pink',
  'gray',
];

/** Mantine's default shades miss WCAG's 4.5:1 in many places; these make every text reach it. */
export const cssVariables: CSSVariablesResolver = (resolved) => {
  const light: Record<string, string> = {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': '#17211e',
    '--mantine-color-dimmed': '#52605b',
    '--mantine-color-placeholder': '#61706a',
    '--mantine-color-error': '#b42318',
    '--mantine-color-anchor': '#0a654e',
    '--mantine-color-default-border': '#cdd8d4',
  };
  const darkScheme: Record<string, string> = {
    '--mantine-color-body': '#161f1c',
    '--mantine-color-text': '#dde6e3',
    '--mantine-color-dimmed': '#a3b3ad',
    '--mantine-color-placeholder': '#93a49e',
    '--mantine-color-error': '#ff9c93',
    '--mantine-color-anchor': '#79c4aa',
    '--mantine-color-default': '#1a2521',
    '--mantine-color-default-hover': '#202c28',
    '--mantine-color-default-border': '#34433e',
  };
  for (const hue of HUES) {
    const shades = resolved.colors[hue];
    if (!shades) continue;
    light[`--mantine-color-${hue}-light-color`] =
      hue === 'gray' ? '#414d49' : `color-mix(in srgb, ${shades[9]} 82%, black)`;
    light[`--mantine-color-${hue}-text`] = `color-mix(in srgb, ${shades[9]} 88%, black)`;
    light[`--mantine-color-${hue}-outline`] = shades[9];
    darkScheme[`--mantine-color-${hue}-light-color`] = shades[hue === 'gray' ? 4 : 2];
    darkScheme[`--mantine-color-${hue}-text`] = shades[3];
    darkScheme[`--mantine-color-${hue}-outline`] = shades[3];
  }
  return { variables: {}, light, dark: darkScheme };
};
