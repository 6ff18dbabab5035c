import type { Bilingual } from "@hemvist/rules";
import type { Terminal } from "./terminal.ts";

/** An option without a value. */
export interface Switch {
  /** As commander reads it: `--json`. */
  readonly syntax: string;
  readonly says: Bilingual;
}

/** An option with a value. */
export interface Flag<T> extends Switch {
  /** @throws Refusal where the text is no such value */
  readonly read: (text: string) => T;
  /** Its value where it is not given, as text. */
  readonly standard?: string;
}

/** Arguments beside the options. */
export interface Takes {
  /** As commander reads it: `<file...>`, `<letter>`. */
  readonly syntax: string;
  readonly says: Bilingual;
  /** What is asked for where there is none. */
  readonly asksFor: Bilingual;
}

/** What was typed. */
export interface Given {
  readonly args: readonly string[];
  readonly value: <T>(flag: Flag<T>) => T | undefined;
  readonly has: (flag: Switch) => boolean;
}

export interface CommandLine {
  readonly name: string;
  readonly summary: Bilingual;
  /** What may follow its name, as `--help` shows it. */
  readonly usage: string;
  readonly takes?: Takes;
  readonly flags: readonly (Flag<unknown> | Switch)[];
  /** What `--help` says below the options. */
  readonly after?: Bilingual;
  readonly run: (given: Given, terminal: Terminal) => Promise<number>;
}

/** Commands under one name. */
export interface Group {
  readonly name: string;
  readonly summary: Bilingual;
  readonly commands: readonly (CommandLine | Group)[];
  readonly after?: Bilingual;
}
