interface Operation {
  operationId?: string;
  tags?: string[];
  "x-since"?: string;
  "x-until"?: string;
}

const METHODS = ["get", "head", "post", "put", "patch", "delete"];

/** The operations by method and path, with the servers that have them. */
export function compileOperations({ paths }: { paths: Record<string, Record<string, Operation>> }): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    METHODS.flatMap((method) => {
      const { operationId: id, tags = [], "x-since": since, "x-until": until } = methods[method] ?? {};
      const dialects = tags.filter((tag) => tag === "2021" || tag === "current");
      const servers = JSON.stringify({ id, dialects, since, until });
      return id === undefined ? [] : [`  "${method.toUpperCase()} ${path}": ${servers},`];
    }),
  );
  return `/** An operation of the spec, and which servers have it. */
export interface SpecOperation {
  readonly id: string;
  readonly dialects: readonly ("2021" | "current")[];
  /** The generations of current servers that have it. */
  readonly since?: "8.0" | "8.1";
  readonly until?: "2024-10" | "8.0";
}

/** The operations of the spec by method and path, such as "GET /api/". */
export const operationsByAddress: Readonly<Record<string, SpecOperation>> = {
${operations.join("\n")}
};
`;
}
