import { createSpotlight } from '@mantine/spotlight';

/** The palette's own store, so that opening it does not load it. */
const [store, actions] = createSpotlight();
export const paletteStore = store;
export const openPalette = actions.open;
