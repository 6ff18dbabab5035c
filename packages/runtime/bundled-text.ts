import { readFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * The text of a file that lies beside the bundle, by the path that the bundler gives for it. A function starts without
 * it, and reads it when a caller asks.
 */
export const bundledText = (path: string): Promise<string> => readFile(join(__dirname, path), "utf8");
