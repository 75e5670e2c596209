import { root } from "@puhuri/e2e/packed/places.ts";
import { runCommand } from "@puhuri/e2e/run-command.ts";
import { expect, it } from "vitest";

/** Licences that let a centre use the packages in whatever it builds, and ask for no more than their text. */
const ALLOWED = ["MIT", "ISC", "Apache-2.0", "PSF-2.0"];

it("brings users nothing but dependencies with a permissive licence", async () => {
  const listed = await runCommand(
    ["pnpm", "licenses", "list", "--prod", "--json", "--filter", "./packages/*"],
    { cwd: root },
  );
  const byLicence: Record<string, { readonly name: string }[]> = JSON.parse(listed);
  const names = Object.values(byLicence).flatMap((packages) => packages.map(({ name }) => name));
  expect(names).toContain("openapi-fetch");
  const others = Object.entries(byLicence).filter(([licence]) => !ALLOWED.includes(licence));
  expect(others).toEqual([]);
});
