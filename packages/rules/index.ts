export type * from "./citation.ts";
export type * from "./decision.ts";
export { subAreaCodes } from "./decision.ts";
export type * from "./judgement.ts";
export type * from "./model.ts";
export type * from "./placement.ts";
export type * from "./rule.ts";
