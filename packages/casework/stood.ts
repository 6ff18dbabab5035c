import type { Instant } from "./assignment.ts";
import type { CaseRecord, Stood } from "./case-record.ts";

/** What stood. If what stands now differs from the last entry, it is added. */
export function stoodAfter({ stood, standing, personKey }: CaseRecord, since: Instant): readonly Stood[] {
  const now: Stood = { since, personKey, ...(standing ? { decision: summaryOf(standing) } : {}) };
  const last = stood.at(-1);
  return last !== undefined && contentOf(last) === contentOf(now) ? stood : [...stood, now];
}

const summaryOf = ({
  decision,
  judgement,
}: NonNullable<CaseRecord["standing"]>): NonNullable<Stood["decision"]> => ({
  decidedOn: decision.decidedOn,
  legalBasis: judgement.legalBasis,
  interventions: decision.interventions.map(({ interventionId, subArea, to }) => ({
    interventionId,
    subArea,
    to,
  })),
  ...(decision.revocation ? { revocation: decision.revocation } : {}),
});

/** Value by value, as the store may give the fields back in another order. */
const contentOf = ({ personKey, decision }: Stood): string =>
  JSON.stringify([
    personKey,
    decision?.decidedOn,
    decision?.legalBasis,
    decision?.interventions.map(({ interventionId, subArea, to }) => [interventionId, subArea, to]),
    decision?.revocation?.on,
    decision?.revocation?.reason,
  ]);
