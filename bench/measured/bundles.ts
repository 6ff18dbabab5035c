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
    whyNot:
      "[`bundles.test.ts`](../test/infra/bundles.test.ts) has each bundle's budget with its reason, and `npm run treemap` draws what is in it ([ADR 41](../docs/adr/0041-a-bundle-has-what-its-function-runs.md)).",
  }));
