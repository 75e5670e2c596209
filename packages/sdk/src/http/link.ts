/** The pages a `Link` header points to. Only their numbers: its URLs may name another host or scheme. */
export interface LinkPages {
  readonly first?: number;
  readonly prev?: number;
  readonly next?: number;
  readonly last?: number;
}

// A target ends at its `>`, so commas and semicolons inside it are its own.
const LINK = /<([^<>]*)>[^<]*?;\s*rel\s*=\s*"?(first|prev|next|last)\b/gi;
const PAGE = /^[^#]*[?&]page=([^&#]*)/;

/** Reads the page numbers of a `Link` header. A target without `page` is page 1; what cannot be read is left out. */
export function parseLinkPages(header: string | null | undefined): LinkPages {
  const pages: Record<string, number> = {};
  for (const [, target = "", relation = ""] of (header ?? "").matchAll(LINK)) {
    const page = Number(PAGE.exec(target)?.[1] ?? 1);
    if (Number.isSafeInteger(page) && page > 0) pages[relation.toLowerCase()] ??= page;
  }
  return pages;
}
