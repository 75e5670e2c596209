import {
  createFakePuhuri,
  type FakePuhuri,
  type FakePuhuriOptions,
} from "../../src/fake/create-fake-puhuri.ts";
import type { InterceptedRequest } from "../../src/fake/http/exchange.ts";
import { loadSpec } from "../../src/spec/load-spec.ts";
import { createContract } from "../contract/contract.ts";

const spec = loadSpec();
const contracts = {
  "2021": createContract(spec, { dialect: "2021" }),
  current: createContract(spec, { dialect: "current" }),
};

/** A fake whose every answer is held to the spec; one that breaks it throws. Faults act after the check. */
export function createCheckedFake(options: FakePuhuriOptions): FakePuhuri {
  return createFakePuhuri({
    ...options,
    intercept: async (exchange, next) => {
      const checked = async (): Promise<Response> => {
        const body = await exchange.request.clone().text();
        const response = await next();
        await holdToSpec(options.dialect, exchange, body, response.clone());
        return response;
      };
      return options.intercept === undefined ? checked() : options.intercept(exchange, checked);
    },
  });
}

async function holdToSpec(
  dialect: FakePuhuriOptions["dialect"],
  { request, operationId }: InterceptedRequest,
  body: string,
  response: Response,
): Promise<void> {
  const text = await response.text();
  const check = contracts[dialect].check({
    method: request.method,
    url: request.url,
    headers: Object.fromEntries(request.headers),
    body: parsed(body),
    status: response.status,
    responseHeaders: Object.fromEntries(response.headers),
    responseBody: parsed(text),
  });
  // Tests send wrong requests on purpose.
  const violations = check.violations.filter(({ where }) => where === "response");
  const told = violations.map(({ path, message }) => `${path} ${message}`);
  if (operationId !== check.operationId && !isUnknownAddress(operationId, response)) {
    told.push(`the fake takes it for ${operationId}, the spec for ${check.operationId}`);
  }
  if (told.length > 0) {
    const exchange = `${request.method} ${request.url} → ${response.status}`;
    throw new Error(`${exchange} breaks the spec:\n${told.join("\n")}\n${text.slice(0, 500)}`);
  }
}

/** Older servers have not every operation of the spec, and answer with a page. */
function isUnknownAddress(operationId: string | undefined, { status, headers }: Response): boolean {
  return operationId === undefined && status === 404 && (headers.get("Content-Type") ?? "").includes("html");
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
