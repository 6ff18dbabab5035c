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
      /** Whether a second person types it: who asks for much does not approve it. */
      readonly bySecond?: boolean;
      /** Keeps something of what it prints, for a later step. */
      readonly keep?: (out: string, scene: Scene) => void;
    }
  /** What no command does: a party mends its system, or AWS recovers. */
  | { readonly says: Bilingual; readonly act: (scene: Scene) => Promise<void> };

/** Something that goes wrong, and how it is found and mended. */
export interface Fault {
  readonly name: string;
  readonly says: Bilingual;
  /** Makes it go wrong. */
  readonly provoke: (scene: Scene) => Promise<void>;
  /** The alarm of the templates that must go off. */
  readonly alarm: string;
  /** How many hours of the system's clock it may take, at most. */
  readonly within: number;
  /** The file in docs/runbooks, without its ending. The alarm's own text must name it, unless `ledBy` does. */
  readonly runbook: string;
  /** The runbook that the alarm names, where that one leads to this. */
  readonly ledBy?: string;
  readonly steps: readonly Step[];
  /** Dead letters that stay, because no command may end them: exactly so many lines with this verdict. */
  readonly stays?: { readonly letters: number; readonly verdict: string; readonly says: Bilingual };
}
