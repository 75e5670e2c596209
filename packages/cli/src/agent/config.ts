import { accessSync, constants } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { z } from "zod";
import { NoTokenError } from "../exit-codes.ts";
import { UUID } from "../server/allocation-name.ts";
import { isTimeZone } from "../time-zone.ts";
import { type Fault, readYaml } from "./config-file.ts";

/** A program with its arguments. */
export type Command = readonly [string, ...string[]];

const UNITS = { s: 1000, m: 60_000, h: 3_600_000 } as const;
const MAX_MS = 24 * UNITS.h;

/** Text of a form that a message describes. */
const like = (form: RegExp, message: string) => z.string(message).regex(form, message);

const duration = like(/^[1-9]\d{0,4}[smh]$/, 'must be a time such as "30s", "5m" or "1h".')
  .transform((text): number => Number(text.slice(0, -1)) * Object(UNITS)[text.slice(-1)])
  .refine((ms) => ms <= MAX_MS, "must not be longer than 24h.");

const word = z.string("must be text.").min(1, "must not be empty.");
const command = z
  .union([word.transform((file): [string] => [file]), z.tuple([word], word)], {
    error: "must be the file of a program, or a list: the file and its arguments.",
  })
  .transform(([file, ...args]): Command => [file, ...args]);

const timeZone = z
  .string("must be a time zone.")
  .refine(isTimeZone, "must be a time zone such as Europe/Helsinki.");

/** The programs that a provider can have, by name. */
export const programs = z.strictObject(
  {
    create: command,
    update: command.optional(),
    terminate: command.optional(),
    exists: command.optional(),
    usage: command.optional(),
    "user-create": command.optional(),
    "user-remove": command.optional(),
    members: command.optional(),
  },
  "must name programs.",
);

export type ProgramName = keyof z.output<typeof programs>;

const offering = z
  .strictObject(
    {
      uuid: like(UUID, "must be the uuid of an offering, 32 hex digits between quotes.").transform((uuid) =>
        uuid.replaceAll("-", "").toLowerCase(),
      ),
      programs,
      every: duration.prefault("5m"),
      users_every: duration.prefault("15m"),
      time_limit: duration.prefault("5m"),
      usage_at: like(
        /^([01]\d|2[0-3]):[0-5]\d$/,
        'must be a time of day such as "02:30", between quotes.',
      ).default("02:30"),
      time_zone: timeZone.default("UTC"),
      dry_run: z.boolean("must be true or false.").default(false),
      env: z
        .record(
          z.string(),
          z.string("must be text: put it between quotes."),
          "must be names with their values.",
        )
        .default({}),
    },
    "must be an offering with its programs.",
  )
  .refine(({ programs }) => programs["user-remove"] === undefined || programs["user-create"] !== undefined, {
    path: ["programs", "user-remove"],
    // Only users whom the agent has created are removed.
    message: "needs a user-create as well.",
  })
  .transform(({ every, users_every, time_limit, usage_at, time_zone, dry_run, ...same }) => ({
    ...same,
    /** Between two passes. */
    everyMs: every,
    /** Between two passes over users and members. */
    usersEveryMs: users_every,
    /** How long a program may take. */
    timeLimitMs: time_limit,
    /** When usage is reported each night, `HH:MM` in the time zone. */
    usageAt: usage_at,
    /** In which the server counts its months. */
    timeZone: time_zone,
    dryRun: dry_run,
  }));

/** How one offering is served. */
export type OfferingConfig = z.output<typeof offering>;

const schema = z.strictObject(
  {
    url: z.url({ protocol: /^https?$/, error: "must be an address such as https://puhuri.example." }),
    token_file: word.optional(),
    state_dir: word.optional(),
    listen: like(/^[^:\s]+:\d{1,5}$/, 'must be an address and a port such as "127.0.0.1:9464".')
      .transform((text) => ({ host: text.replace(/:.*/, ""), port: Number(text.replace(/.*:/, "")) }))
      .refine(({ port }) => port <= 65_535, "must have a port of at most 65535.")
      .optional(),
    logs: z.enum(["json", "pretty"], "must be json or pretty.").default("json"),
    offerings: z.array(offering, "must be a list of offerings.").min(1, "must name at least one offering."),
  },
  "must hold the settings of an agent.",
);

/** The settings of an agent. */
export type AgentConfig = Omit<z.output<typeof schema>, "token_file" | "state_dir"> & {
  readonly tokenFile: string | undefined;
  readonly stateDir: string;
  /** In which programs run: their file names start from it. */
  readonly folder: string;
};

/**
 * Reads the file of an agent.
 *
 * @throws {UsageError} The file has mistakes, or a program is not there. The message names line and key of each.
 * @throws {NoTokenError} Neither the file nor the environment says where the token is.
 */
export function readConfig(file: string, env: Readonly<Record<string, string | undefined>>): AgentConfig {
  const folder = dirname(resolve(file));
  const { token_file, state_dir, ...same } = readYaml(file, schema, ({ offerings }) => [
    ...twice(offerings),
    ...missingPrograms(offerings, folder),
  ]);
  const credential = env["CREDENTIALS_DIRECTORY"] && join(env["CREDENTIALS_DIRECTORY"], "puhuri-token");
  const tokenFile = token_file ?? (credential || env["PUHURI_TOKEN_FILE"]);
  if (!tokenFile && !env["PUHURI_TOKEN"]) {
    throw new NoTokenError(
      "No token: name its file as token_file, or set PUHURI_TOKEN_FILE or PUHURI_TOKEN.",
    );
  }
  return {
    ...same,
    tokenFile: tokenFile && resolve(folder, tokenFile),
    stateDir: resolve(folder, state_dir ?? (env["STATE_DIRECTORY"] || "agent-state")),
    folder,
  };
}

function twice(offerings: readonly OfferingConfig[]): Fault[] {
  const message = "is the uuid of an offering that is already listed above.";
  const uuids = offerings.map(({ uuid }) => uuid);
  return uuids.flatMap((uuid, index) =>
    uuids.indexOf(uuid) === index ? [] : [{ path: ["offerings", index, "uuid"], message }],
  );
}

function missingPrograms(offerings: readonly OfferingConfig[], folder: string): Fault[] {
  return offerings.flatMap(({ programs }, index) =>
    Object.entries(programs).flatMap(([name, command]): Fault[] => {
      const message = problemOf(command?.[0] ?? "", folder);
      return message === undefined ? [] : [{ path: ["offerings", index, "programs", name], message }];
    }),
  );
}

/** A name without a slash is looked up on the path when the program is run. */
function problemOf(name: string, folder: string): string | undefined {
  if (!name.includes("/")) return undefined;
  const file = resolve(folder, name);
  try {
    accessSync(file, constants.X_OK);
    return undefined;
  } catch (error) {
    const isMissing = Object(error).code === "ENOENT";
    return isMissing ? `is not a program: there is no ${file}.` : `cannot be run: chmod +x ${file}.`;
  }
}
