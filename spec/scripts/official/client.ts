/** One of the types a value may have, as `describe_client.py` writes it: `string`, `null`, `any`, an enum, an array, a model. */
export type Alternative =
  | string
  | { readonly enum: readonly unknown[] }
  | { readonly items: readonly Alternative[] }
  | { readonly model: string };

export interface ClientOperation {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, readonly Alternative[]>>;
  readonly body: readonly Alternative[] | null;
  readonly answer: readonly Alternative[];
}

export interface ClientColumn {
  readonly type: readonly Alternative[];
  readonly required: boolean;
}

/** What the official client knows of the API. */
export interface Client {
  readonly operations: readonly ClientOperation[];
  readonly models: Readonly<Record<string, Readonly<Record<string, ClientColumn>>>>;
}
