import { z } from 'zod';
import { clean } from './clean.ts';

/** A detail that we can do without: of a wrong type, it is as if absent. */
export const optional = <T extends z.ZodType>(schema: T) => schema.nullish().catch(null);
export const word = optional(z.string());

/** Other schemes are not even remembered; where the address leads is checked when it is fetched. */
export const webLink = (link: string | null | undefined): string | null =>
  typeof link === 'string' &&
  link.length <= 4_096 &&
  /^https?:\/\//i.test(link) &&
  URL.canParse(link)
    ? clean(link)
    : null;
