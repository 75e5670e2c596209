// Prints an OpenTelemetry span for every request of a few calls: trace-calls
import { BasicTracerProvider, ConsoleSpanExporter, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-base";
import { createPuhuriClient, NotFoundError } from "@puhuri/sdk";
import { server } from "./client.ts";
import { traceHooks } from "./tracing.ts";

const provider = new BasicTracerProvider({
  spanProcessors: [new SimpleSpanProcessor(new ConsoleSpanExporter())],
});
const puhuri = createPuhuriClient({ ...server, hooks: traceHooks(provider.getTracer("example")) });

await puhuri.resources.list({ state: "OK", fields: ["uuid", "name"] }).first();
await puhuri.resources.get("0".repeat(32)).catch((error: unknown) => {
  if (!(error instanceof NotFoundError)) throw error;
});
await provider.shutdown();
