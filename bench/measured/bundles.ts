import { statSync } from "node:fs";
import type { Deployed } from "../deployed.ts";
import type { Row } from "../rows.ts";

/** The size of each function's one file, in kilobytes of a thousand bytes. */
export const bundles = ({ functions }: Deployed): readonly Row[] =>
  functions.map(({ name, bundle }) => ({
    what: `bundle of ${name}`,
    unit: "KB",
    bound: { atMost: 400 },
    figure: statSync(bundle).size / 1000,
  }));
