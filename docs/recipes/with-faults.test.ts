import { createPuhuriClient } from "@puhuri/sdk";
import { createFakePuhuri, faults, injectFaults } from "@puhuri/testing";
import { expect, it } from "vitest";

it("makes one account although the answer is lost", async () => {
  const trouble = injectFaults([
    { fault: faults.answerLost(), operation: "offering_users_create", first: 1 },
    { fault: faults.serverError(502), method: "GET", every: 3 },
  ]);
  const fake = createFakePuhuri({ dialect: "current", intercept: trouble.intercept });
  const puhuri = createPuhuriClient({
    baseUrl: "https://puhuri.test",
    token: fake.tokenOf("owner"),
    fetch: fake.fetch,
  });

  const account = { offering: "cf4eb9c29fc74af4ade667fcb53633d5", user: "db157a5cf7f247eba161cd90eba9ac63" };
  await puhuri.offeringUsers.ensure({ ...account, username: "abc" });

  expect(trouble.counts()["answer-lost"]).toBe(1);
  expect(fake.state.offeringUsers.where("user_uuid", account.user)).toHaveLength(1);
});
