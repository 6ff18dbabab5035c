import type { Bilingual } from "@hemvist/rules";
import type { Put } from "./runbook.ts";
import type { Scene } from "./scene.ts";

/** What a person does to end a fault, in order. */
export type Step =
  /** Runs a command of the runbook. */
  | {
      /** How the command begins in the runbook. It must stand there. */
      readonly run: string;
      /** What is put in place of what the runbook shows as an example. The runbook must show it. */
      readonly put?: (scene: Scene) => readonly Put[];
      /** Which runbook has it, where it is not the fault's own. */
      readonly from?: string;
      /** The exit statuses that it may have; 0 unless given. */
      readonly ends?: readonly number[];
      /** What it must print, where the exit status does not say enough. */
      readonly prints?: RegExp;
      /** Whether a second person types it: who asks for much does not approve it. */
      readonly bySecond?: boolean;
      /** Keeps something of what it prints, for a later step. */
      readonly keep?: (out: string, scene: Scene) => void;
    }
  /** What no command does: a party mends its system, or AWS recovers. */
  | { readonly says: Bilingual; readonly act: (scene: Scene) => Promise<void> };

interface Rehearsed {
  readonly name: string;
  readonly says: Bilingual;
  /** When the system's clock begins, where the fault belongs to a certain day. */
  readonly opens?: string;
  /** Makes it go wrong. */
  readonly provoke: (scene: Scene) => Promise<void>;
  /** The file in docs/runbooks, without its ending. */
  readonly runbook: string;
  readonly steps: readonly Step[];
}

/** Something that goes wrong, and that an alarm finds. */
interface Alarmed extends Rehearsed {
  /** The alarm of the templates that must go off. Its own text must name the runbook, unless `ledBy` does. */
  readonly alarm: string;
  /** How many hours of the system's clock it may take, at most. */
  readonly within: number;
  /** The runbook that the alarm names, where that one leads to this. */
  readonly ledBy?: string;
}

/** Something that a person tells of. No alarm leads to its runbook. */
interface Told extends Rehearsed {
  readonly told: Bilingual;
}

/** How it goes wrong, how it is found, and how it is mended. */
export type Fault = Alarmed | Told;
