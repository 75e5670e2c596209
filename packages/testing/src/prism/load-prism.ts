import { TestServerError } from "./errors.ts";

type PrismHttp = typeof import("@stoplight/prism-http");
type PrismCore = typeof import("@stoplight/prism-core");

/** One operation of the spec, in Prism's form. */
export type Operation = Awaited<ReturnType<PrismHttp["getHttpOperationsFromSpec"]>>[number];

/** The parts of Prism used here, and a logger that says nothing. */
export interface Prism {
  readonly http: PrismHttp;
  readonly logger: ReturnType<PrismCore["createLogger"]>;
}

let loading: Promise<Prism> | undefined;

/**
 * Loads Prism, once per process. That takes half a second and a lot of memory, so nothing else imports it:
 * who only uses the fake does not pay for it, and does not need the Node version that Prism asks for.
 *
 * @throws {TestServerError} `prism_unavailable`: not installed, or it does not run on this Node.
 */
export function loadPrism(): Promise<Prism> {
  loading ??= importPrism();
  return loading;
}

async function importPrism(): Promise<Prism> {
  try {
    const [http, core] = await Promise.all([
      import("@stoplight/prism-http"),
      import("@stoplight/prism-core"),
    ]);
    return { http, logger: core.createLogger("puhuri", { enabled: false }) };
  } catch (cause) {
    throw prismUnavailable(process.versions.node, cause);
  }
}

/** The oldest Node that Prism 5.16 supports; package managers leave it out on older ones. */
const NEEDED = { major: 24, minor: 18 };

/** The one clear line for a Prism that did not load. */
export function prismUnavailable(nodeVersion: string, cause: unknown): TestServerError {
  const [major = 0, minor = 0] = nodeVersion.split(".").map(Number);
  const tooOld = major < NEEDED.major || (major === NEEDED.major && minor < NEEDED.minor);
  const needed = `Node ${NEEDED.major}.${NEEDED.minor}`;
  const advice = tooOld
    ? `Prism could not be loaded: the Prism mock and proxy need ${needed} or newer, this is Node ${nodeVersion}.`
    : `Prism is not installed: npm leaves it out below ${needed}. Run \`npm install\` again with this Node.`;
  const reason = (cause instanceof Error ? cause.message : String(cause)).split("\n")[0];
  return new TestServerError("prism_unavailable", `${advice} (${reason})`, { cause });
}
