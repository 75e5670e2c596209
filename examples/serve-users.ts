// Gives logins to members who have none, and takes them from those who have left: serve-users [offering uuid]
import { processOfferingUsers } from "@puhuri/sdk/loop";
import { puhuri } from "./client.ts";

const [offering_uuid = "cf4eb9c29fc74af4ade667fcb53633d5"] = process.argv.slice(2);

// A pretend directory. A login is made from its key, so it is found again after a crash.
const loginOf = (key: string) => `hpc${key.slice(0, 8)}`;

const pass = processOfferingUsers(
  puhuri,
  { offering_uuid },
  {
    create: (_user, { idempotencyKey }) => ({ username: loginOf(idempotencyKey) }),
    remove: (_user, { idempotencyKey }) => console.log(`userdel ${loginOf(idempotencyKey)}`),
  },
);
for await (const result of pass) {
  const { user, kind, outcome } = result;
  console.log(`${user.user_full_name ?? user.user_uuid}: ${kind} ${outcome}, ${user.username}`);
  if ("error" in result) console.error(result.error);
}
