export type { CommandLine, Flag, Given, Group, Switch, Takes } from "./command-line.ts";
export { standardInput, textOf, whyNotRead, whyNotWritten } from "./files.ts";
export { inWords, type Language, named, type Voice } from "./in-words.ts";
export { interrupted, onInterrupt } from "./interruption.ts";
export { languageIn, runTyped } from "./parser.ts";
export { Refusal } from "./refusal.ts";
export { tableOf } from "./table-text.ts";
export { endWhereOutputEnds, runOn, type Terminal, terminalOn } from "./terminal.ts";
export { wrapped } from "./wrapped.ts";
