import { readFileSync } from "node:fs";
import { Application, Converter, MinimalSourceFile, normalizePath, type ProjectReflection } from "typedoc";
import { root } from "../pages.ts";
import { shapeComments } from "./comments.ts";
import { REPOSITORY, VERSION } from "./links.ts";
import { ENTRY_POINTS, HOME, navigation, PACKAGES } from "./navigation.ts";
import { ShortRouter } from "./router.ts";
import { SiteLogger } from "./site-logger.ts";
import { topPages, writeSitePages } from "./site-pages.ts";

const pagesFolder = `${root}docs/reports/pages`;

/** Builds the site: the pages, and the reference of what the packages export. Returns what typedoc finds wrong. */
export async function buildSite(folder: string): Promise<readonly string[]> {
  writeSitePages(pagesFolder);
  const app = await Application.bootstrap({
    name: "Puhuri SDK",
    favicon: `${root}docs/src/site/favicon.svg`,
    navigationLinks: { [`Version ${VERSION}`]: `${REPOSITORY}/releases`, Repository: REPOSITORY },
    router: "short",
    entryPoints: ENTRY_POINTS.map(({ file }) => root + file),
    tsconfig: `${root}docs/tsconfig.api.json`,
    readme: `${pagesFolder}/${HOME}`,
    projectDocuments: topPages().map((file) => `${pagesFolder}/${file}`),
    groupOrder: navigation().map(({ name }) => name),
    customCss: `${root}docs/src/site/site.css`,
    customJs: `${root}docs/src/site/site.js`,
    highlightLanguages: [
      "typescript",
      "javascript",
      "python",
      "shell",
      "yaml",
      "json",
      "jsonc",
      "http",
      "html",
      "xml",
      "console",
    ],
    excludePrivate: true,
    excludeExternals: true,
    disableSources: true,
    hideGenerator: true,
    // Its links lead nowhere where only interfaces extend each other.
    includeHierarchySummary: false,
    preservedTypeAnnotationTags: ["@throws"],
    searchInDocuments: true,
    searchInComments: true,
    // What somebody looks for is a page more often than a method.
    searchGroupBoosts: Object.fromEntries([
      ...navigation().map(({ name }) => [name, 2000]),
      ...["Methods", "Properties", "Accessors"].map((name) => [name, 0.2]),
    ]),
    navigation: { includeGroups: true },
    // Types are checked elsewhere, by another compiler.
    skipErrorChecking: true,
    validation: {
      invalidLink: true,
      invalidPath: true,
      rewrittenLink: true,
      notExported: true,
      notDocumented: true,
    },
    requiredToBeDocumented: ["Class", "Interface", "Function", "TypeAlias"],
    packagesRequiringDocumentation: PACKAGES.map(({ name }) => name),
  });
  const logger = new SiteLogger();
  app.logger = logger;
  app.renderer.defineRouter("short", ShortRouter);
  app.options.setValue("blockTags", [...app.options.getValue("blockTags"), "@description"]);
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    dropRawTypes(project);
    shapeComments(project);
  });

  const entryPoints = app.getEntryPoints() ?? [];
  for (const entryPoint of entryPoints) {
    const of = ENTRY_POINTS.find(({ file }) => entryPoint.sourceFile.fileName.endsWith(`/${file}`));
    entryPoint.displayName = of?.name ?? entryPoint.displayName;
  }
  const project = app.converter.convert(entryPoints);
  openWithReadmes(app, project);
  app.validate(project);
  await app.generateDocs(project, folder);
  return logger.problems;
}

/** Thousands of lines, compiled from the spec: they are in the spec for those who need them. */
const RAW_TYPES = ["components", "operations", "paths"];

function dropRawTypes(project: ProjectReflection): void {
  const exported = (project.children ?? []).flatMap(({ children = [] }) => children);
  for (const it of exported) if (RAW_TYPES.includes(it.name)) project.removeReflection(it);
}

/** The page of a package begins with its README. */
function openWithReadmes(app: Application, project: ProjectReflection): void {
  for (const { name, readme } of PACKAGES) {
    const module = project.children?.find((child) => child.name === name);
    if (module === undefined) throw new Error(`The reference has no ${name}.`);
    const path = normalizePath(`${pagesFolder}/${readme}`);
    const file = new MinimalSourceFile(readFileSync(path, "utf8"), path);
    module.readme = app.converter.parseRawComment(file, project.files).content;
    project.files.registerReflectionPath(path, module);
  }
  const names = PACKAGES.map(({ name }) => name);
  for (const group of project.groups ?? []) {
    if (group.title !== "Modules") continue;
    group.title = "Packages";
    group.children.sort((a, b) => names.indexOf(a.name) - names.indexOf(b.name));
  }
}
