export type { Calls, Tally } from "./call-ledger.ts";
export type { ClientSettings } from "./caller.ts";
export type { LogLine } from "./functions.ts";
export { UnknownResourceError } from "./known-resources.ts";
export type { LocalCity, LocalOptions } from "./local-city.ts";
export { UnsettledError } from "./settling.ts";
export { startLocal } from "./start-local.ts";
export { synthesise } from "./synthesise.ts";
export type { Pace } from "./time-travel.ts";
