// Makes sure that a user has an account at an offering: grant-access [offering uuid] [user uuid] [username]
import { puhuri } from "./client.ts";

const [
  offering = "cf4eb9c29fc74af4ade667fcb53633d5",
  user = "db157a5cf7f247eba161cd90eba9ac63",
  username = "abc",
] = process.argv.slice(2);

const account = await puhuri.offeringUsers.ensure({ offering, user, username });
console.log(`${account.outcome}: ${account.username}`);
