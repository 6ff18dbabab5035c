import { type Resources, resourcesOf, type TemplateJson } from "../synthesised.ts";
import type { Acknowledgement, Finding } from "./finding.ts";

export interface Judged {
  /** Findings without a reason. */
  readonly open: readonly Finding[];
  readonly answered: readonly Answered[];
  /** Findings with more than one reason: one of them is not needed. */
  readonly answeredTwice: readonly Finding[];
}

export interface Answered {
  readonly acknowledgement: Acknowledgement;
  readonly findings: readonly Finding[];
}

/** Which reason answers which finding. */
export function judged(findings: readonly Finding[], acknowledgements: readonly Acknowledgement[]): Judged {
  const answers = (finding: Finding) =>
    acknowledgements.filter(
      ({ rules, only }) => rules.includes(finding.rule) && (only === undefined || only(finding)),
    );
  return {
    open: findings.filter((finding) => answers(finding).length === 0),
    answeredTwice: findings.filter((finding) => answers(finding).length > 1),
    answered: acknowledgements.map((acknowledgement) => ({
      acknowledgement,
      findings: findings.filter((finding) => answers(finding).includes(acknowledgement)),
    })),
  };
}

/**
 * The rules that an acknowledgement names, and that find nothing it answers, whatever the stage. Rules whose judge was
 * not asked are left out.
 */
export function answersNothing(
  everyStage: readonly Judged[],
  acknowledgements: readonly Acknowledgement[],
  wasAsked: (rule: string) => boolean,
): readonly string[] {
  return acknowledgements.flatMap((acknowledgement) => {
    const found = everyStage.flatMap(({ answered }) =>
      answered
        .filter((one) => one.acknowledgement === acknowledgement)
        .flatMap(({ findings }) => findings.map(({ rule }) => rule)),
    );
    return acknowledgement.rules
      .filter((rule) => wasAsked(rule) && !found.includes(rule))
      .map((rule) => `${rule} (${acknowledgement.reason})`);
  });
}

/** What contradicts the reason for findings. */
export const contradictions = (
  { acknowledgement, findings }: Answered,
  templates: Resources,
): readonly string[] => acknowledgement.contradictedBy(foundBy(findings, templates), templates);

/** The same, after a change to a copy of the templates. */
export function contradictionsOnceUntrue(
  { acknowledgement, findings }: Answered,
  templates: ReadonlyMap<string, TemplateJson>,
): readonly string[] {
  const copy = resourcesOf(structuredClone(templates));
  const found = foundBy(findings, copy);
  acknowledgement.untrueIf(found, copy);
  return acknowledgement.contradictedBy(found, copy);
}

const foundBy = (findings: readonly Finding[], { all }: Resources) =>
  all.filter(({ stack, id }) =>
    findings.some(({ resource }) => resource.stack === stack && resource.id === id),
  );
