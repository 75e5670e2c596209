import { describe, expect, test } from "vitest";
import { connectionFailure } from "../../src/http/failures.ts";

const withCode = (message: string, facts: object = {}) => Object.assign(new Error(message), facts);
const node = (cause: Error) => new TypeError("fetch failed", { cause });

describe("connectionFailure", () => {
  test.each([
    [
      "Node, refused",
      node(withCode("connect ECONNREFUSED", { code: "ECONNREFUSED", syscall: "connect" })),
      "connect ECONNREFUSED",
    ],
    [
      "Node, unknown host",
      node(withCode("getaddrinfo ENOTFOUND x", { code: "ENOTFOUND", syscall: "getaddrinfo" })),
      "getaddrinfo ENOTFOUND x",
    ],
    [
      "Node, no name service",
      node(withCode("getaddrinfo EAI_AGAIN x", { code: "EAI_AGAIN" })),
      "getaddrinfo EAI_AGAIN x",
    ],
    [
      "Node, no connection in time",
      node(withCode("Connect Timeout Error", { code: "UND_ERR_CONNECT_TIMEOUT" })),
      "Connect Timeout Error (UND_ERR_CONNECT_TIMEOUT)",
    ],
    [
      "Node, no way to the host",
      node(withCode("connect EHOSTUNREACH", { code: "EHOSTUNREACH", syscall: "connect" })),
      "connect EHOSTUNREACH",
    ],
    [
      "Node, reset while connecting",
      node(withCode("connect ECONNRESET", { code: "ECONNRESET", syscall: "connect" })),
      "connect ECONNRESET",
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
    [
      "Bun, refused",
      withCode("Unable to connect.", { code: "ConnectionRefused" }),
      "Unable to connect (ConnectionRefused)",
    ],
    [
      "Bun, no socket",
      withCode("Was there a typo in the url?", { code: "FailedToOpenSocket" }),
      "Was there a typo in the url? (FailedToOpenSocket)",
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
    expect(connectionFailure(error)).toEqual({ failure: "unsent", reason });
  });

  test.each([
    [
      "Node, reset",
      node(withCode("read ECONNRESET", { code: "ECONNRESET", syscall: "read" })),
      "read ECONNRESET",
    ],
    [
      "Node, closed",
      node(withCode("other side closed", { code: "UND_ERR_SOCKET" })),
      "other side closed (UND_ERR_SOCKET)",
    ],
    [
      "Node, host gone later",
      node(withCode("read EHOSTUNREACH", { code: "EHOSTUNREACH", syscall: "read" })),
      "read EHOSTUNREACH",
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
      "The socket connection was closed unexpectedly (ECONNRESET)",
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
    expect(connectionFailure(error)).toEqual({ failure: "lost", reason });
  });

  test.each([
    [
      "an expired certificate",
      node(withCode("certificate has expired", { code: "CERT_HAS_EXPIRED" })),
      "certificate has expired (CERT_HAS_EXPIRED)",
    ],
    [
      "a centre's own certificate",
      node(withCode("self-signed certificate in certificate chain", { code: "SELF_SIGNED_CERT_IN_CHAIN" })),
      "self-signed certificate in certificate chain (SELF_SIGNED_CERT_IN_CHAIN)",
    ],
    [
      "a certificate of another host",
      node(withCode("Hostname/IP does not match", { code: "ERR_TLS_CERT_ALTNAME_INVALID" })),
      "Hostname/IP does not match (ERR_TLS_CERT_ALTNAME_INVALID)",
    ],
    [
      "https to a port that speaks http",
      node(withCode("wrong version number", { code: "ERR_SSL_WRONG_VERSION_NUMBER" })),
      "wrong version number (ERR_SSL_WRONG_VERSION_NUMBER)",
    ],
    [
      "a proxy that wants a password",
      node(withCode("Proxy response (407) !== 200 when HTTP Tunneling", { code: "UND_ERR_ABORTED" })),
      "Proxy response (407) !== 200 when HTTP Tunneling (UND_ERR_ABORTED)",
    ],
    ["a port no fetch goes to", node(new Error("bad port")), "bad port"],
    [
      "Deno, an unknown issuer",
      new TypeError("error sending request: invalid peer certificate: UnknownIssuer"),
      "error sending request: invalid peer certificate: UnknownIssuer",
    ],
  ])("%s: nothing was sent, and trying again would not help", (_, error, reason) => {
    expect(connectionFailure(error)).toEqual({ failure: "barred", reason });
  });

  test("a proxy in trouble: nothing was sent, and it may be over soon", () => {
    const error = node(
      withCode("Proxy response (502) !== 200 when HTTP Tunneling", { code: "UND_ERR_ABORTED" }),
    );
    expect(connectionFailure(error)).toMatchObject({ failure: "unsent" });
  });

  test("a chain of causes that bites its tail ends", () => {
    const error = new Error("a");
    error.cause = error;
    expect(connectionFailure(error)).toEqual({ failure: "lost", reason: "a" });
  });
});
