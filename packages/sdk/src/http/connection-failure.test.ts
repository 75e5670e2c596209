import { describe, expect, test } from "vitest";
import { connectionFailure } from "./connection-failure.ts";

const withCode = (message: string, facts: object = {}) => Object.assign(new Error(message), facts);
const node = (cause: Error) => new TypeError("fetch failed", { cause });

describe("connectionFailure", () => {
  test.each([
    [
      "Node, refused",
      node(withCode("connect ECONNREFUSED", { code: "ECONNREFUSED", syscall: "connect" })),
      "ECONNREFUSED",
    ],
    [
      "Node, unknown host",
      node(withCode("getaddrinfo ENOTFOUND x", { code: "ENOTFOUND", syscall: "getaddrinfo" })),
      "ENOTFOUND",
    ],
    ["Node, no name service", node(withCode("getaddrinfo EAI_AGAIN x", { code: "EAI_AGAIN" })), "EAI_AGAIN"],
    [
      "Node, no connection in time",
      node(withCode("Connect Timeout Error", { code: "UND_ERR_CONNECT_TIMEOUT" })),
      "UND_ERR_CONNECT_TIMEOUT",
    ],
    [
      "Node, no way to the host",
      node(withCode("connect EHOSTUNREACH", { code: "EHOSTUNREACH", syscall: "connect" })),
      "EHOSTUNREACH",
    ],
    [
      "Node, reset while connecting",
      node(withCode("connect ECONNRESET", { code: "ECONNRESET", syscall: "connect" })),
      "ECONNRESET",
    ],
    [
      "Node, all addresses of a host refused",
      node(
        Object.assign(
          new AggregateError([
            withCode("connect ECONNREFUSED ::1:1", { code: "ECONNREFUSED" }),
            withCode("connect ENETUNREACH 10.0.0.1:1", { code: "ENETUNREACH" }),
          ]),
          { code: "ECONNREFUSED" },
        ),
      ),
      "ECONNREFUSED",
    ],
    ["Bun, refused", withCode("Unable to connect.", { code: "ConnectionRefused" }), "ConnectionRefused"],
    [
      "Bun, no socket",
      withCode("Was there a typo in the url?", { code: "FailedToOpenSocket" }),
      "FailedToOpenSocket",
    ],
    [
      "Deno, refused",
      node(
        new Error(
          "error sending request for url (http://127.0.0.1:1/api/x/): client error (Connect): tcp connect error: Connection refused (os error 111)",
        ),
      ),
      "error sending request: client error (Connect): tcp connect error: Connection refused (os error 111)",
    ],
  ])("%s: nothing was sent", (_, error, reason) => {
    expect(connectionFailure(error)).toEqual({ maybeSent: false, reason });
  });

  test.each([
    ["Node, reset", node(withCode("read ECONNRESET", { code: "ECONNRESET", syscall: "read" })), "ECONNRESET"],
    ["Node, closed", node(withCode("other side closed", { code: "UND_ERR_SOCKET" })), "UND_ERR_SOCKET"],
    [
      "Node, host gone later",
      node(withCode("read EHOSTUNREACH", { code: "EHOSTUNREACH", syscall: "read" })),
      "EHOSTUNREACH",
    ],
    [
      "several addresses, one of which was reached",
      node(
        Object.assign(
          new AggregateError([
            withCode("connect ECONNREFUSED ::1:1", { code: "ECONNREFUSED" }),
            withCode("read ECONNRESET", { code: "ECONNRESET" }),
          ]),
          { code: "ECONNREFUSED" },
        ),
      ),
      "ECONNREFUSED",
    ],
    [
      "Bun, reset",
      withCode("The socket connection was closed unexpectedly.", { code: "ECONNRESET" }),
      "ECONNRESET",
    ],
    [
      "Deno, reset",
      node(new Error("Connection reset by peer (os error 104)")),
      "Connection reset by peer (os error 104)",
    ],
    [
      "Deno, closed",
      node(
        new Error(
          "error sending request from 127.0.0.1:5 for http://127.0.0.1:1/api/x/?a=b (127.0.0.1:1): client error (SendRequest): closed",
        ),
      ),
      "error sending request from 127.0.0.1:5 for (127.0.0.1:1): client error (SendRequest): closed",
    ],
    ["a browser", new TypeError("Failed to fetch"), "Failed to fetch"],
    ["a worker", new Error("Network connection lost."), "Network connection lost"],
    ["a code that is a number", withCode("odd", { code: 20 }), "odd"],
    ["an error without a word", new Error(""), "the connection failed"],
    ["no error at all", "boom", "the connection failed"],
    ["nothing", undefined, "the connection failed"],
  ])("%s: it may have been sent", (_, error, reason) => {
    expect(connectionFailure(error)).toEqual({ maybeSent: true, reason });
  });

  test("a chain of causes that bites its tail ends", () => {
    const error = new Error("a");
    error.cause = error;
    expect(connectionFailure(error)).toEqual({ maybeSent: true, reason: "a" });
  });
});
