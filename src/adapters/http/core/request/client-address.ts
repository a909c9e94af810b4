import { asAddress } from '../../../network/as-address.ts';
import type { AppContext } from '../app-context.ts';

/** Where the request comes from, as far as TRUST_PROXY lets us believe it; null for what is no address. */
export const clientAddress = (ctx: AppContext): string | null => asAddress(ctx.ip);
