/** One mount's way to the emulated server: who asks, what is under way, and what a host without a server answers. */
import type { UserOptions } from "./contract";
import type { EmulatedServer } from "./server/api";
import type { Caller } from "./server/contract";
import { offlineError } from "./server/httpErrors";
import type { RequestKind, Requests } from "./server/requests";
import { DEFAULT_USER_ID } from "./userSettings";

const BUSINESS_UNIT = "00000000-0000-0000-0000-00000000c001";

export class ServerAccess {
  /** Questions that were asked and not answered yet. */
  underWay = 0;
  private readonly caller: Caller;

  /** @param server undefined: the app is offline, as on a phone that has taken its rows along. */
  constructor(readonly server: EmulatedServer | undefined, user: UserOptions) {
    this.caller = { userId: (user.userId ?? DEFAULT_USER_ID).replace(/[{}]/g, "").toLowerCase(), businessUnitId: BUSINESS_UNIT, timeZone: user.timeZone, language: user.language };
  }

  get online(): boolean { return this.server !== undefined && !this.server.faults.offline; }

  /** @throws (rejects with) a plain ServerError. */
  ask<K extends RequestKind>(kind: K, question: Requests[K]["question"]): Promise<Requests[K]["answer"]> {
    if (!this.server) return Promise.reject(offlineError());
    this.underWay++;
    return this.server.ask(kind, question, this.caller).finally(() => { this.underWay--; });
  }
}
