// Puts the SDK's requests into OpenTelemetry: copy it, and pass `hooks: traceHooks(tracer)` to your client.
import { type Span, SpanKind, SpanStatusCode, type Tracer } from "@opentelemetry/api";
import type { Hooks } from "@puhuri/sdk";

/** A span for each request, below the span that is active where the call is made. Its attempts are events. */
export function traceHooks(tracer: Tracer): Hooks {
  const spans = new Map<number, Span>();
  return {
    onRequest({ exchangeId, operation, method, path, attempt }) {
      const attributes = { "http.request.method": method, "url.template": path };
      const span =
        spans.get(exchangeId) ?? tracer.startSpan(operation, { kind: SpanKind.CLIENT, attributes });
      spans.set(exchangeId, span.addEvent("attempt", { attempt }));
    },
    onResponse: ({ exchangeId, status }) =>
      spans.get(exchangeId)?.setAttribute("http.response.status_code", status),
    onRetry: ({ exchangeId, reason, delayMs }) =>
      spans.get(exchangeId)?.addEvent("retry", { reason, "delay.ms": delayMs }),
    onEnd({ exchangeId, error }) {
      const span = spans.get(exchangeId);
      if (error !== undefined) span?.setStatus({ code: SpanStatusCode.ERROR, message: String(error) });
      span?.end();
      spans.delete(exchangeId);
    },
  };
}
