import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { compileSpec } from "../scripts/compile-spec.ts";

// A change to the spec that the sdk does not follow must not compile: where the sdk uses what has changed.

const root = fileURLToPath(new URL("../../../", import.meta.url));
const sources = join(root, "packages/api-types/src");

interface Schema {
  enum?: string[];
  required?: string[];
  properties?: Record<string, unknown>;
}
interface Spec {
  paths: Record<string, unknown>;
  components: { schemas: Record<string, Schema>; parameters: Record<string, { name: string }> };
}

/** Renames a key and keeps its place. */
function rename<T>(record: Record<string, T>, from: string, to: string): void {
  const entries = Object.entries(record);
  if (!(from in record)) throw new Error(`The spec has no ${from} to rename.`);
  for (const key of Object.keys(record)) delete record[key];
  for (const [key, value] of entries) record[key === from ? to : key] = value;
}

function schema(spec: Spec, name: string): Required<Schema> {
  return { enum: [], required: [], properties: {}, ...spec.components.schemas[name] };
}

interface Mutation {
  readonly what: string;
  mutate(spec: Spec): void;
  /** Where the sdk uses it, and what the compiler says there. */
  readonly breaks: string;
  readonly says: RegExp;
}

const mutations: Mutation[] = [
  {
    what: "a path has another name",
    mutate: (spec) =>
      rename(
        spec.paths,
        "/api/marketplace-provider-resources/{uuid}/team/",
        "/api/marketplace-provider-resources/{uuid}/members/",
      ),
    breaks: "packages/sdk/src/servers/current.ts",
    says: /marketplace-provider-resources\/\{uuid\}\/team\//,
  },
  {
    what: "a key of a body has another name",
    mutate: (spec) => {
      rename(schema(spec, "SetBackendIdRequest").properties, "backend_id", "local_id");
      spec.components.schemas.SetBackendIdRequest = {
        ...spec.components.schemas.SetBackendIdRequest,
        required: ["local_id"],
      };
    },
    breaks: "packages/sdk/src/servers/server-2021.ts",
    says: /local_id/,
  },
  {
    what: "a body needs one more key",
    mutate: (spec) => {
      const { properties, required } = schema(spec, "SetOfferingsUsernameRequest");
      properties.reason = { type: "string" };
      required.push("reason");
    },
    breaks: "packages/sdk/src/servers/current-people.ts",
    says: /reason/,
  },
  {
    what: "a column has another name",
    mutate: (spec) => {
      rename(schema(spec, "Offering2021Selection").properties, "components", "parts");
    },
    breaks: "packages/sdk/src/servers/server-2021.ts",
    says: /components/,
  },
  {
    what: "a column cannot be asked for any more",
    mutate: (spec) => {
      const columns = schema(spec, "OrderField").enum;
      columns.splice(columns.indexOf("type"), 1);
    },
    breaks: "packages/sdk/src/set-state/situation.ts",
    says: /"type"/,
  },
  {
    what: "a filter has another name",
    mutate: (spec) => {
      Object.assign(spec.components.parameters.ResourceUuid ?? {}, { name: "allocation_uuid" });
    },
    breaks: "packages/sdk/src/set-state/situation.ts",
    says: /resource_uuid/,
  },
  {
    what: "a command is gone",
    mutate: (spec) => {
      schema(spec, "ResourceCommand").enum.splice(0, 1);
    },
    breaks: "packages/sdk/src/servers/server-2021.ts",
    says: /"ok"/,
  },
];

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "puhuri-api-types-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What the compiler says of the sdk with these types in the place of @puhuri/api-types: `file: message` by line. */
async function typeCheckSdk(apiTypes: string): Promise<string> {
  // Without it, the compiler takes the files for CommonJS.
  await writeFile(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  const project = {
    extends: join(root, "tsconfig.base.json"),
    compilerOptions: {
      noEmit: true,
      allowImportingTsExtensions: true,
      paths: { "@puhuri/api-types": [join(apiTypes, "index.ts")] },
    },
    include: [join(root, "packages/sdk/src")],
    exclude: [join(root, "packages/sdk/src/**/*.test.ts")],
  };
  const file = join(folder, "tsconfig.json");
  await writeFile(file, JSON.stringify(project));
  const compiler = join(root, "node_modules/typescript/bin/tsc");
  return new Promise((resolve) => {
    execFile(process.execPath, [compiler, "--pretty", "false", "-p", file], { cwd: root }, (_, stdout) =>
      resolve(stdout),
    );
  });
}

it("lets the sdk compile as it is", async () => {
  expect(await typeCheckSdk(sources)).toBe("");
});

describe("with a changed spec", () => {
  let errors = "";

  beforeAll(async () => {
    const spec: Spec = parse(await readFile(join(root, "spec/puhuri.yaml"), "utf8"));
    for (const { mutate } of mutations) mutate(spec);
    await cp(sources, join(folder, "api-types"), { recursive: true });
    for (const [name, text] of Object.entries(await compileSpec(stringify(spec)))) {
      await writeFile(join(folder, "api-types/generated", name), text);
    }
    errors = await typeCheckSdk(join(folder, "api-types"));
  });

  it.each(mutations)("the sdk does not compile where $what: $breaks", ({ breaks, says }) => {
    const there = errors.split(/\n(?=\S)/).filter((error) => error.startsWith(breaks));
    expect(there.join("\n"), errors).toMatch(says);
  });
});
