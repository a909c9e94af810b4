import { z } from 'zod';

/** Ids are kept, compared and put into paths: printable ASCII without spaces. */
export const ProviderId = z.string().regex(/^[\x21-\x7e]{1,256}$/);
