import { createPuhuriClient, isPuhuriError, type ServerFacts } from "@puhuri/sdk";
import { EXIT } from "../exit-codes.ts";
import { wordsOf } from "../output/message.ts";
import { clientOptions, inWordsOfSettings } from "../server/connect.ts";
import type { Settings } from "../server/settings.ts";
import type { World } from "../world.ts";
import { type Finding, ill, well } from "./finding.ts";

/** How far a request gets, and what stops it. */
export interface Reach {
  readonly findings: readonly Finding[];
  /** Which server it is, if one answered. */
  readonly server?: ServerFacts;
}

/** Not for long, because somebody is waiting, but a server that throttles is asked again. */
export const PATIENCE = { retry: { maxRetries: 1 }, timeoutMs: 20_000 } as const;

/** Asks the server which one it is. A failure shows what is wrong with address, proxy, certificate or token. */
export async function reach(world: World, settings: Settings): Promise<Reach> {
  const { url, urlFrom, tokenFrom } = settings;
  const address = `${url} (from ${urlFrom})`;
  const tls = well("certificate", url.startsWith("https:") ? "accepted" : "none, since this is http");
  try {
    const server = await createPuhuriClient(clientOptions(world, settings)).server(PATIENCE);
    return { server, findings: [well("address", address), proxyOf(world, url), tls] };
  } catch (thrown) {
    const error = inWordsOfSettings(thrown, settings);
    const says = wordsOf(error);
    const isCertificate = /certificate|CERT|SELF_SIGNED|wrong version number/.test(says);
    const onTheWay = [well("address", address), proxyOf(world, url)];
    switch (isPuhuriError(error) ? error.code : "settings") {
      case "connection":
        return isCertificate
          ? { findings: [...onTheWay, ill("certificate", says, TRUST, EXIT.unreachable)] }
          : { findings: [ill("address", says, whyUnreachable(world, url), EXIT.unreachable)] };
      case "authentication":
        return { findings: [...onTheWay, tls, ill("token", says, NEW_TOKEN(tokenFrom), EXIT.notAllowed)] };
      case "token":
        return { findings: [ill("token", says, NEW_TOKEN(tokenFrom), EXIT.notAllowed)] };
      case "unsupported-by-server":
        return { findings: [...onTheWay, tls, ill("server", says, "Ask the server's operator.")] };
      case "settings":
        return { findings: [ill(settingIn(thrown), "cannot be used", says, EXIT.usage)] };
      default:
        return { findings: [ill("address", says, ELSEWHERE)] };
    }
  }
}

/** Which setting an error of the SDK's options is about. */
function settingIn(error: unknown): string {
  const argument = isPuhuriError(error) && error.code === "invalid-argument" ? error.argument : "";
  return { token: "token", billingTimeZone: "time zone" }[argument] ?? "address";
}

const TRUST =
  "If your centre signs its own certificates, name its authority: NODE_EXTRA_CA_CERTS=/path/to/ca.pem, or NODE_USE_SYSTEM_CA=1.";
const ELSEWHERE = "Does the address lead to the API? A proxy or a login page may have answered in its place.";
const NEW_TOKEN = (from: string): string =>
  `Copy the token again from your profile in Puhuri, on this server; it is read from ${from}.`;

/** The proxy that the environment names for an address: the variable and its value. */
function proxyFor({ env }: World, url: string): readonly [string, string] | undefined {
  const names = url.startsWith("https:") ? ["https_proxy", "HTTPS_PROXY"] : ["http_proxy", "HTTP_PROXY"];
  for (const name of names) if (env[name]) return [name, env[name]];
  return undefined;
}

function isUsed({ env }: World): boolean {
  return env["NODE_USE_ENV_PROXY"] === "1" || /--use-env-proxy/.test(env["NODE_OPTIONS"] ?? "");
}

function proxyOf(world: World, url: string): Finding {
  const [name, value] = proxyFor(world, url) ?? [];
  if (name === undefined || value === undefined) return well("proxy", "none is set");
  if (!isUsed(world)) return well("proxy", `${name} is set but not used, and the server answers without it`);
  return well("proxy", `${URL.canParse(value) ? new URL(value).host : "set"} (from ${name})`);
}

function whyUnreachable(world: World, url: string): string {
  const [name] = proxyFor(world, url) ?? [];
  if (name === undefined)
    return "Check the address. Does this machine reach it without a proxy (HTTPS_PROXY)?";
  if (isUsed(world)) return `Check the address, and the proxy in ${name}.`;
  return `${name} is set, but Node does not use it: set NODE_USE_ENV_PROXY=1 (Node 24, or 22.21 and later).`;
}
