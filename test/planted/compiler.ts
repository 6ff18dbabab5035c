import { join } from "node:path";
import ts from "typescript";

/** Says what the type check finds in files that are otherwise than on disk: one line each, none where it finds nothing. */
export type Compiler = (changed: ReadonlyMap<string, string>) => readonly string[];

/**
 * The type check of a project, kept in memory, so that each change costs only itself. It looks at the changed files,
 * as a person does who has just changed them.
 */
export function compilerOf(root: string): Compiler {
  const ofCode = serviceOf(root, "tsconfig.json");
  const ofInfra = serviceOf(root, "infra/tsconfig.json");
  return (changed) => {
    const infra = [...changed].filter(([file]) => isInfra(file));
    const code = [...changed].filter(([file]) => !isInfra(file));
    return [
      ...(infra.length > 0 ? ofInfra(changed, infra) : []),
      ...(code.length > 0 ? ofCode(changed, code) : []),
    ];
  };
}

const isInfra = (file: string): boolean => file.startsWith("infra/") || file.startsWith("test/infra/");

type Entries = readonly (readonly [string, string])[];

function serviceOf(root: string, configuration: string) {
  const path = join(root, configuration);
  const { fileNames, options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(path, ts.sys.readFile).config,
    ts.sys,
    join(path, ".."),
  );
  const changes = new Map<string, { readonly text: string; readonly version: number }>();
  let version = 0;
  const service = ts.createLanguageService({
    ...ts.sys,
    getCompilationSettings: () => options,
    getScriptFileNames: () => fileNames,
    getScriptVersion: (file) => String(changes.get(file)?.version ?? 0),
    getScriptSnapshot: (file) => {
      const text = changes.get(file)?.text ?? ts.sys.readFile(file);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
    getCurrentDirectory: () => root,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
  });
  return (changed: ReadonlyMap<string, string>, looked: Entries): readonly string[] => {
    version += 1;
    changes.clear();
    for (const [file, text] of changed) changes.set(join(root, file), { text, version });
    return looked.flatMap(([file]) =>
      [
        ...service.getSyntacticDiagnostics(join(root, file)),
        ...service.getSemanticDiagnostics(join(root, file)),
      ].map(({ messageText }) => `${file}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`),
    );
  };
}
