import type { Generation } from "../../workflows/world.ts";
import { createUsersSite, OFFERING, type UsersSite } from "./users-site.ts";

export interface Server {
  readonly generation: Generation;
  readonly isAutomatic: boolean;
}

export const SERVERS: readonly Server[] = [
  { generation: "8.1", isAutomatic: true },
  { generation: "8.1", isAutomatic: false },
  { generation: "2024-10", isAutomatic: false },
  { generation: "2021", isAutomatic: false },
];

/** Two who are new, one who stays, two who have left, and one who has something to link. */
export function createBusySite({ generation, isAutomatic }: Server): UsersSite {
  const site = createUsersSite({
    generation,
    isAutomatic,
    members: {
      new: "Requested",
      begun: "Creating",
      linking: "Requested",
      stays: "OK",
      gone: "OK",
      "also-gone": "OK",
    },
  });
  site.unlinked.add("linking");
  const { roles } = site.fake.state;
  if (generation === "2021") {
    const left = [site.uuidOf("gone"), site.uuidOf("also-gone")];
    for (const user of left) for (const { uuid } of roles.where("user_uuid", user)) roles.remove(uuid);
    return site;
  }
  for (const user of ["gone", "also-gone"]) site.fake.customer.removeMember("the project", user);
  return site;
}

/** Everything that passes leave, at Puhuri and in the directory. */
export function tracesOf({ fake, directory, log }: UsersSite) {
  const rows = fake.state.offeringUsers
    .where("offering_uuid", OFFERING)
    .map(({ user_uuid, username, state, service_provider_comment: comment }) => {
      return { user: fake.state.users.get(user_uuid).username, username, state, comment };
    });
  return {
    rows: rows.sort((a, b) => (a.user < b.user ? -1 : 1)),
    directory: [...directory.keys()].sort(),
    log: [...log].sort(),
  };
}
