/** Of the library nothing but its window: imported whole, all of it would be loaded with it. */
export { Notifications } from '@mantine/notifications';
