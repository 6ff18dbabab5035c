import { readdirSync, readFileSync } from "node:fs";

const events = new URL("../../events/", import.meta.url);

/** The names of a folder's sample files, in the order in which they are sent. */
export const namesIn = (folder: string): readonly string[] =>
  readdirSync(new URL(`${folder}/`, events))
    .filter((name) => name.endsWith(".json"))
    .sort();

export const textOf = (path: string): string => readFileSync(new URL(path, events), "utf8");

export const readme = (): string => textOf("README.md");
