// All that the mutated code, its tests and what supports them take from the contracts: see vitest.config.ts.
export { instantOf, logicalName } from "@hemvist/rules";
export { canonicalJson, contentHash } from "../../packages/contracts/canonical-json.ts";
