import zlib from "node:zlib";
import type { SpecDialect } from "../contract/operation-index.ts";
import type { SpecDocument } from "../contract/spec-document.ts";
import { type Diagnostic, isAboutBody, noSuchRoute, violationsOf } from "./diagnostics.ts";
import { mayBeEmpty } from "./empty-bodies.ts";
import { exchangeThroughPrism, type PrismResponse } from "./exchange.ts";
import { loadPrism } from "./load-prism.ts";
import { operationsOf } from "./operations.ts";
import type { UpstreamAnswer } from "./relay.ts";
import type { Violation } from "./violation.ts";
import { parseBody, type WireRequest } from "./wire.ts";

/** Finds what in one request and its answer does not follow the spec; without an answer, what in the request. */
export type ExchangeCheck = (
  request: WireRequest,
  answer: UpstreamAnswer | undefined,
) => Promise<Violation[]>;

export async function createExchangeCheck(
  spec: SpecDocument,
  dialect: SpecDialect | undefined,
): Promise<ExchangeCheck> {
  const prism = await loadPrism();
  const sparse = await operationsOf(prism, spec, { dialect, sparse: true });
  const full = await operationsOf(prism, spec, { dialect, sparse: false });
  return async (request, answer) => {
    // A `field` the server does not know is a violation of its own, so that the rows need no second look.
    const operations = request.url.searchParams.has("field") ? sparse : full;
    const { response, faults } = answer === undefined ? NOTHING : responseOf(answer);
    const exchange = await exchangeThroughPrism(prism, operations, request, async () => response);
    if (exchange.operation === undefined) return [noSuchRoute(request, exchange.error, dialect)];
    const { operation, requestFaults, responseFaults } = exchange;
    const ofRequest = violationsOf(requestFaults, "request", request, operation);
    if (answer === undefined) return ofRequest;
    const emptyByRight = response.body === undefined && mayBeEmpty(spec, operation, response.statusCode);
    const counted = responseFaults.filter((fault) => !(emptyByRight && isAboutBody(fault)));
    // Of an answer that could not be read, that is all there is to say.
    const ofResponse = faults.length > 0 ? faults : counted;
    return [...ofRequest, ...violationsOf(ofResponse, "response", request, operation)];
  };
}

interface ReadResponse {
  readonly response: PrismResponse;
  readonly faults: readonly Diagnostic[];
}

const NOTHING: ReadResponse = { response: { statusCode: 0, headers: {}, body: undefined }, faults: [] };

function responseOf({ status, headers, body, failure }: UpstreamAnswer): ReadResponse {
  const unread = { statusCode: status ?? 0, headers, body: undefined };
  if (failure !== undefined) {
    const what =
      status === undefined ? "There was no answer" : "The connection broke before the answer was whole";
    return { response: unread, faults: [{ path: ["connection"], message: `${what}: ${failure.message}.` }] };
  }
  const encoding = headers["content-encoding"];
  const text = textOf(body, encoding);
  if (text === undefined) {
    return { response: unread, faults: [{ path: ["body"], message: `The body is not ${encoding}.` }] };
  }
  const { value, malformed } = parseBody(text, headers["content-type"]);
  return {
    response: { ...unread, body: value },
    faults: malformed ? [{ path: ["body"], message: "The body is not valid JSON." }] : [],
  };
}

type Decompress = (body: Buffer) => Buffer;

// zstd came with Node 22.15; a named import would break older ones.
const DECOMPRESS: Readonly<Record<string, Decompress | undefined>> = {
  gzip: zlib.gunzipSync,
  "x-gzip": zlib.gunzipSync,
  deflate: zlib.inflateSync,
  br: zlib.brotliDecompressSync,
  zstd: zlib.zstdDecompressSync,
};

/** The text of a body, whatever it was packed with; undefined when it cannot be unpacked. */
function textOf(body: Buffer, encoding = "identity"): string | undefined {
  if (encoding === "identity" || body.length === 0) return body.toString("utf8");
  try {
    return DECOMPRESS[encoding.toLowerCase()]?.(body).toString("utf8");
  } catch {
    return undefined;
  }
}
