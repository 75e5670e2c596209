import type { TeamMember } from "@puhuri/api-types";
import type { PuhuriClient } from "../../client.ts";
import type { CallOptions } from "../../http/call.ts";

/** An allocation of which the team is asked, for all that its project has of the offering. */
interface Served {
  readonly uuid: string;
  /** Whether any of them has been accepted. */
  readonly isReady: boolean;
}

/** Who uses an offering: the teams of the projects that have something of it. */
export class Teams {
  readonly #puhuri: PuhuriClient;
  readonly #offeringUuid: string;
  readonly #options: CallOptions;
  readonly #served: readonly Served[];

  private constructor(
    puhuri: PuhuriClient,
    offeringUuid: string,
    served: readonly Served[],
    options: CallOptions,
  ) {
    this.#puhuri = puhuri;
    this.#offeringUuid = offeringUuid;
    this.#served = served;
    this.#options = options;
  }

  /** Finds out which projects there are: one has the same team for all of its allocations. */
  static async of(puhuri: PuhuriClient, offering_uuid: string, options: CallOptions): Promise<Teams> {
    const { signal, retry } = options;
    const served = new Map<string, Served>();
    const query = { offering_uuid, state: LIVE, fields: ["uuid", "project_uuid", "state"] } as const;
    for await (const { uuid, project_uuid, state } of puhuri.resources.list(query, { signal, retry })) {
      const isReady = state !== "Creating" || served.get(project_uuid)?.isReady === true;
      served.set(project_uuid, { uuid, isReady });
    }
    return new Teams(puhuri, offering_uuid, [...served.values()], options);
  }

  /** Everybody by their uuid, and whether they are to have a login: not before an allocation was accepted. */
  async members(): Promise<ReadonlyMap<string, { readonly member: TeamMember; readonly isReady: boolean }>> {
    const members = new Map<string, { member: TeamMember; isReady: boolean }>();
    for (const { uuid, isReady } of this.#served) {
      for (const member of await this.#team(uuid)) {
        members.set(member.uuid, { member, isReady: isReady || members.get(member.uuid)?.isReady === true });
      }
    }
    return members;
  }

  /** Looks whether somebody is a member by now, of a project that uses it by now. */
  async has(userUuid: string): Promise<boolean> {
    const now = await Teams.of(this.#puhuri, this.#offeringUuid, this.#options);
    for (const { uuid } of now.#served) {
      if ((await this.#team(uuid)).some((member) => member.uuid === userUuid)) return true;
    }
    return false;
  }

  #team(resourceUuid: string): Promise<TeamMember[]> {
    return this.#puhuri.resources.team(resourceUuid, this.#options);
  }
}

const LIVE = ["Creating", "OK", "Erred", "Updating", "Terminating"] as const;
