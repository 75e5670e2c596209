/** A tiny API in the form openapi-typescript gives it, for tests of the transport. */
export interface Thing {
  uuid: string;
  name: string;
}

interface Json<Body> {
  headers: Record<string, unknown>;
  content: { "application/json": Body };
}

interface NoContent {
  headers: Record<string, unknown>;
  content?: never;
}

interface Failures {
  400: Json<Record<string, string[]>>;
  404: Json<{ detail?: string }>;
}

interface NoParameters {
  query?: never;
  header?: never;
  path?: never;
  cookie?: never;
}

interface OneThing {
  query?: never;
  header?: never;
  path: { uuid: string };
  cookie?: never;
}

export interface paths {
  "/api/things/": {
    parameters: NoParameters;
    get: {
      parameters: Omit<NoParameters, "query"> & { query?: { page?: number; field?: string[] } };
      requestBody?: never;
      responses: Failures & { 200: Json<Thing[]> };
    };
    head: {
      parameters: Omit<NoParameters, "query"> & { query?: { page?: number } };
      requestBody?: never;
      responses: { 200: NoContent };
    };
    post: {
      parameters: NoParameters;
      requestBody: { content: { "application/json": { name: string } } };
      responses: Failures & { 201: Json<Thing> };
    };
  };
  "/api/things/{uuid}/": {
    parameters: OneThing;
    get: { parameters: OneThing; requestBody?: never; responses: Failures & { 200: Json<Thing> } };
    put: {
      parameters: OneThing;
      requestBody: { content: { "application/json": { name: string } } };
      responses: Failures & { 200: Json<Thing> };
    };
    delete: { parameters: OneThing; requestBody?: never; responses: { 204: NoContent } };
  };
  "/api/things/{uuid}/approve/": {
    parameters: OneThing;
    post: { parameters: OneThing; requestBody?: never; responses: Failures & { 200: NoContent } };
  };
}
