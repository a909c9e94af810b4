import { askedFromThisMachine, type Exposure } from '../../../network/exposure.ts';
import type { AppContext } from '../app-context.ts';
import { causedByOurselves } from './cross-site.ts';

/** Whether a request may use what is only for trying. */
export type IsTrial = (ctx: AppContext) => boolean;

/** @param ownOrigins origins of our own pages, such as `http://localhost:3000` */
export const trialCheck =
  (exposure: Exposure, ownOrigins: ReadonlySet<string>): IsTrial =>
  (ctx) =>
    exposure.trial && askedFromThisMachine(ctx.req, exposure) && causedByOurselves(ctx, ownOrigins);
