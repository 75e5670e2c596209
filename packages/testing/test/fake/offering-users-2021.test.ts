import { expect, test } from "vitest";
import { ask, ORIGIN } from "./ask.ts";
import { createCheckedFake } from "./checked.ts";

const USER = `${ORIGIN}/api/users/db157a5cf7f247eba161cd90eba9ac63/`;
const OFFERING = `${ORIGIN}/api/marketplace-offerings/d47ca5bce71144579df29da3c290027e/`;
const PATH = "marketplace-offering-users/";

test("the guide's example makes an offering user", async () => {
  const fake = createCheckedFake({ dialect: "2021", now: () => new Date("2021-08-12T15:22:18.993Z") });
  const answer = await ask(fake, "owner", "POST", PATH, { offering: OFFERING, user: USER, username: "abc" });
  expect(answer.status).toBe(201);
  expect(answer.body).toEqual({
    created: "2021-08-12T15:22:18.993000Z",
    offering: OFFERING,
    offering_name: "Remote offering (really)",
    offering_uuid: "d47ca5bce71144579df29da3c290027e",
    user: USER,
    user_uuid: "db157a5cf7f247eba161cd90eba9ac63",
    username: "abc",
  });
});

test("nothing is unique: six equal calls make six rows", async () => {
  const fake = createCheckedFake({ dialect: "2021" });
  const calls = Array.from({ length: 6 }, () =>
    ask(fake, "owner", "POST", PATH, { offering: OFFERING, user: USER, username: "abc" }),
  );
  expect((await Promise.all(calls)).map(({ status }) => status)).toEqual([201, 201, 201, 201, 201, 201]);
  expect((await ask(fake, "owner", "GET", PATH)).rows).toHaveLength(6);
});

test("users see their own row once for every permission on the provider's organization", async () => {
  const fake = createCheckedFake({ dialect: "2021" });
  await ask(fake, "owner", "POST", PATH, { offering: OFFERING, user: USER });
  const answer = await ask(fake, "newcomer", "GET", PATH);
  expect(answer.rows).toHaveLength(3);
  expect(answer.headers.get("x-result-count")).toBe("3");
  expect((await ask(fake, "staff", "GET", PATH)).rows).toHaveLength(1);
  expect((await ask(fake, "outsider", "GET", PATH)).rows).toHaveLength(0);
});

test("who may not, and offerings without accounts, are refused with a list", async () => {
  const fake = createCheckedFake({ dialect: "2021" });
  const body = { offering: OFFERING, user: USER };
  expect((await ask(fake, "spmanager", "POST", PATH, body)).body).toEqual([
    "You do not have permission to create offering user.",
  ]);
  fake.state.offerings.get("d47ca5bce71144579df29da3c290027e").secret_options = {};
  expect((await ask(fake, "owner", "POST", PATH, body)).body).toEqual([
    "It is not allowed to create users for current offering.",
  ]);
  expect(fake.state.offeringUsers.size).toBe(0);
});

test.each([
  ["db157a5cf7f247eba161cd90eba9ac63", "Invalid hyperlink - No URL match."],
  ["/api/users/db157a5cf7f247eba161cd90eba9ac63", "Invalid hyperlink - No URL match."],
  ["/api/nonsense/db157a5cf7f247eba161cd90eba9ac63/", "Invalid hyperlink - No URL match."],
  [
    "/api/marketplace-offerings/d47ca5bce71144579df29da3c290027e/",
    "Invalid hyperlink - Incorrect URL match.",
  ],
  ["/api/users/00000000000000000000000000000000/", "Invalid hyperlink - Object does not exist."],
  [5, "Incorrect type. Expected URL string, received int."],
])("%s as user is refused: %s", async (user, message) => {
  const fake = createCheckedFake({ dialect: "2021" });
  const answer = await ask(fake, "owner", "POST", PATH, { offering: OFFERING, user });
  expect(answer.status).toBe(400);
  expect(answer.body).toEqual({ user: [message] });
});
