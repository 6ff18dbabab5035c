import type { Resource, Resources } from "../synthesised.ts";

/** One rule that does not hold for one resource. */
export interface Finding {
  /** Who says it: `AwsSolutions`, `Serverless`, `NIST.800.53.R5`, `checkov`. */
  readonly pack: string;
  /** With its pack: `AwsSolutions-IAM5`, `CKV_AWS_116`. */
  readonly rule: string;
  /** What exactly, where a rule says several things of one resource: `Resource::*`. */
  readonly detail?: string;
  readonly resource: Resource;
}

/** Why findings are left as they are, and what would show that the reason is not true. */
export interface Acknowledgement {
  /** The rules with their packs. Two packs may ask for the same. */
  readonly rules: readonly string[];
  /** Only these findings of the rules. All of them if it is left out. */
  readonly only?: (finding: Finding) => boolean;
  readonly reason: string;
  /** What contradicts the reason, in words. Nothing while it is true. */
  readonly contradictedBy: (found: readonly Resource[], templates: Resources) => readonly string[];
  /** Changes a copy of the templates so that the reason is no longer true. It shows that the assertion can fail. */
  readonly untrueIf: (found: readonly Resource[], templates: Resources) => void;
}
