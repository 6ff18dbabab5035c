import type { Bug } from "./bug.ts";
import { type Compiler, compilerOf } from "./compiler.ts";
import { canBePlanted, planted, type Texts, textsIn } from "./plant.ts";

/**
 * What the type check says of each bug. One that does not compile could not be made, unless that is what catches it.
 * @throws Error that names the bugs that do not compile
 */
export function complaintsOf(bugs: readonly Bug[], root: string): ReadonlyMap<Bug, readonly string[]> {
  const texts = textsIn(root);
  const compiler = compilerOf(root);
  const suspects = besideEachOther(bugs, texts).flatMap((bed) => suspectsIn(bed, { compiler, texts }));
  const complaints = new Map(suspects.map((bug) => [bug, compiler(planted(bug, texts))] as const));
  const broken = [...complaints].flatMap(([{ name, suite }, [first]]) =>
    suite !== "compiler" && first !== undefined ? [`${name}: ${first}`] : [],
  );
  if (broken.length > 0)
    throw new Error(`These do not compile, so no programmer could commit them:\n${broken.join("\n")}`);
  return complaints;
}

/** Bugs planted at once, since each check costs seconds, and the files as they then are. */
interface Bed {
  readonly bugs: Bug[];
  readonly files: Map<string, string>;
}

function besideEachOther(bugs: readonly Bug[], texts: Texts): readonly Bed[] {
  const beds: Bed[] = [];
  const textsOf =
    ({ files }: Bed): Texts =>
    (file) =>
      files.get(file) ?? texts(file);
  for (const bug of bugs) {
    const free = beds.find((each) => canBePlanted(bug, textsOf(each)));
    const bed: Bed = free ?? { bugs: [], files: new Map() };
    if (free === undefined) beds.push(bed);
    for (const [file, text] of planted(bug, textsOf(bed))) bed.files.set(file, text);
    bed.bugs.push(bug);
  }
  return beds;
}

/** Those planted in files of which something is said: they are to be looked at one by one. */
function suspectsIn(
  { bugs, files }: Bed,
  { compiler, texts }: { readonly compiler: Compiler; readonly texts: Texts },
): readonly Bug[] {
  const said = compiler(files);
  const isSaid = (file: string): boolean => said.some((line) => line.startsWith(`${file}: `));
  return bugs.filter((bug) => [...planted(bug, texts).keys()].some(isSaid));
}
