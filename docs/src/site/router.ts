import { DocumentReflection, KindRouter, type Reflection } from "typedoc";

/** Pages at addresses made of their file's name, as in `tasks/report-usage.html`; what is exported by its kind. */
export class ShortRouter extends KindRouter {
  protected override getIdealBaseName(reflection: Reflection): string {
    const address = reflection instanceof DocumentReflection ? reflection.frontmatter["address"] : undefined;
    return typeof address === "string" ? address : super.getIdealBaseName(reflection);
  }
}

/** The address of a page without its ending: that of a README is its folder's. */
export function addressOf(file: string): string {
  const path = file.replace(/^docs\//, "").replace(/(\/README)?\.md$/, "");
  return path.toLowerCase();
}
