import { SERVICE } from '../../domain/shared/actor.ts';
import type { StaffDeps } from '../staff/take-over.ts';

/** A customer opens the short link: the click is counted, the cart is where to go. */
export class FollowOrderLink {
  readonly #deps: StaffDeps;

  constructor(deps: StaffDeps) {
    this.#deps = deps;
  }

  async execute(command: { readonly code: string }): Promise<{ readonly location: string } | null> {
    const { uow, clock } = this.#deps;
    const found = await uow.run(SERVICE, ({ orders }) => orders.click(command.code, clock.now()));
    return found === null ? null : { location: found.orderLink };
  }
}
