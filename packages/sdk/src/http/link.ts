/** The pages a `Link` header points to. Only their numbers: its URLs may name another host or scheme. */
export interface LinkPages {
  readonly first?: number;
  readonly prev?: number;
  readonly next?: number;
  readonly last?: number;
}

const RELATIONS: ReadonlySet<string> = new Set(["first", "prev", "next", "last"]);
type Relation = keyof LinkPages;

// `<target>; parameters`. A target ends at the next `>`, so commas and semicolons inside it are its own.
const LINK = /<([^<>]*)>((?:"(?:[^"\\]|\\.)*"|[^",<])*)/g;
const REL = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/i;

/**
 * Reads the page numbers of a `Link` header. A target without `page` is page 1; what cannot be read is left out.
 */
export function parseLinkPages(header: string | null | undefined): LinkPages {
  const pages: { -readonly [R in Relation]?: number } = {};
  for (const [, target = "", parameters = ""] of (header ?? "").matchAll(LINK)) {
    const rel = REL.exec(parameters);
    const page = pageOf(target);
    if (rel === null || page === undefined) continue;
    for (const relation of (rel[1] ?? rel[2] ?? "").toLowerCase().split(/\s+/)) {
      if (isRelation(relation)) pages[relation] ??= page;
    }
  }
  return pages;
}

function isRelation(text: string): text is Relation {
  return RELATIONS.has(text);
}

function pageOf(target: string): number | undefined {
  const query = /^[^?#]*\?([^#]*)/.exec(target)?.[1] ?? "";
  const page = new URLSearchParams(query).get("page");
  if (page === null) return 1;
  return /^[1-9]\d{0,14}$/.test(page) ? Number(page) : undefined;
}
