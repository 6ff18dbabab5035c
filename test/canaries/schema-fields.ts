import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A field of a message, by the names on the way to it. `0` stands for the first of a list. */
export type Path = readonly string[];

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;
const nodesIn = (value: unknown): readonly Node[] => (Array.isArray(value) ? value.filter(isNode) : []);

/**
 * Every field that a message's JSON Schema has, objects and lists included, and those of each alternative. The schemas
 * are generated from what hemvist reads with, so a new field is here by itself.
 */
export function fieldsOf(schema: string): readonly Path[] {
  const text = readFileSync(join(import.meta.dirname, "../../events/schemas", `${schema}.json`), "utf8");
  const root: unknown = JSON.parse(text);
  if (!isNode(root)) throw new Error(`${schema} is no schema`);
  const found = new Map<string, Path>();
  collect(root, [], { root, found });
  return [...found.values()];
}

interface Collected {
  readonly root: Node;
  readonly found: Map<string, Path>;
}

function collect(node: Node, path: Path, { root, found }: Collected): void {
  const add = (name: string, child: unknown): void => {
    const at = [...path, name];
    found.set(pointerOf(at), at);
    if (isNode(child)) collect(child, at, { root, found });
  };
  const { $ref, properties, items } = node;
  if (typeof $ref === "string") {
    const named = definitionOf(root, $ref);
    collect(named, path, { root, found });
  }
  for (const each of [...nodesIn(node["anyOf"]), ...nodesIn(node["oneOf"]), ...nodesIn(node["allOf"])])
    collect(each, path, { root, found });
  if (isNode(properties)) for (const [name, child] of Object.entries(properties)) add(name, child);
  if (isNode(items)) add("0", items);
}

function definitionOf(root: Node, $ref: string): Node {
  const { $defs } = root;
  const named = isNode($defs) ? $defs[$ref.replace("#/$defs/", "")] : undefined;
  if (!isNode(named)) throw new Error(`there is no ${$ref}`);
  return named;
}

export const pointerOf = (path: Path): string => path.map((part) => `/${part}`).join("");
