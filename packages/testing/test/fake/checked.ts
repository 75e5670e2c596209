import { createContract } from "../../src/contract/contract.ts";
import { loadSpec } from "../../src/contract/load-spec.ts";
import {
  createFakePuhuri,
  type FakePuhuri,
  type FakePuhuriOptions,
} from "../../src/fake/create-fake-puhuri.ts";

const spec = loadSpec();
const contracts = {
  "2021": createContract(spec, { dialect: "2021" }),
  current: createContract(spec, { dialect: "current" }),
};

/** A fake whose every in-process answer is held to the spec; an answer that breaks it throws. */
export function createCheckedFake(options: FakePuhuriOptions): FakePuhuri {
  const fake = createFakePuhuri(options);
  const contract = contracts[options.dialect];
  return Object.create(fake, {
    fetch: {
      value: async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
        const request = new Request(input, init);
        const body = await request.clone().text();
        const response = await fake.fetch(request);
        const text = await response.clone().text();
        const check = contract.check({
          method: request.method,
          url: request.url,
          headers: Object.fromEntries(request.headers),
          body: parsed(body),
          status: response.status,
          responseHeaders: Object.fromEntries(response.headers),
          responseBody: parsed(text),
        });
        const violations = check.violations.filter(({ where }) => where === "response");
        const known = fake.requests.at(-1)?.operationId;
        if (known !== check.operationId) {
          violations.push({
            where: "response",
            path: "operationId",
            message: `is ${known}, by the spec ${check.operationId}`,
          });
        }
        if (violations.length > 0) {
          const told = violations.map(({ path, message }) => `${path} ${message}`).join("\n");
          throw new Error(
            `${request.method} ${request.url} → ${response.status} breaks the spec:\n${told}\n${text.slice(0, 500)}`,
          );
        }
        return response;
      },
    },
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
