import type { Background } from "./background.ts";
import type { Citation } from "./citations/citation.ts";
import { isBasic } from "./citations/legal-basis.ts";
import type { Decision, Intervention } from "./decision.ts";
import type { Model } from "./model.ts";
import { providerFor } from "./offer.ts";
import type { Placement, Side } from "./placement.ts";
import { subAreaOf } from "./sub-area-of.ts";
import { isTrial } from "./trial.ts";

/**
 * Where an intervention belongs, by the model's division and never by a sender's wish.
 *
 * > Förvaltningarna ska erbjuda insatser utifrån uppgjord indelning i styrmodellen
 * > Anvisning styrmodell, Överenskomna principer för arbetet
 */
export function place(
  intervention: Intervention,
  {
    decision,
    model,
    background = {},
  }: { readonly decision: Decision; readonly model: Model; readonly background?: Background },
): Placement {
  const subArea = subAreaOf(model, intervention.subArea);
  const preferred = preferredSide(decision.citation);
  const parallel = !subArea.carriedOutBy.includes(preferred);
  const side = parallel ? otherSide(preferred) : preferred;
  const before = providerBefore(intervention, background);
  const provider =
    side === "sf" ? decision.administration : providerBeside(decision, { model, intervention, side, before });

  const placed = {
    interventionId: intervention.interventionId,
    area: subArea.area,
    subArea: subArea.code,
    governedBy: subArea.governedBy,
    carriedOutBy: side,
    parallel,
  };
  return provider === undefined ? placed : { ...placed, provider };
}

/** hemvist's own trial decision reaches no provider of the city's. */
const providerBeside = (
  { administration }: Decision,
  sought: Parameters<typeof providerFor>[0],
): string | undefined => (isTrial(administration) ? undefined : providerFor(sought));

/** SF carries out the basic decisions, and Arbvux the 12:4 ones, if the matrix allows it. */
function preferredSide(citation: Citation): Side {
  return isBasic(citation) ? "sf" : "arbvux";
}

function otherSide(side: Side): Side {
  return side === "sf" ? "arbvux" : "sf";
}

/**
 * The provider that has worked with the person so far: the one that has this intervention, unless the revision asks for
 * something else. Otherwise the one whose assignment it follows.
 *
 * > Kontinuitet i personal som arbetar med individen
 * > Anvisning styrmodell, Överenskomna principer för arbetet
 *
 * An intervention stays where it is placed, because the followed assignment may move later.
 */
function providerBefore(intervention: Intervention, { standing, followed }: Background): string | undefined {
  const { interventionId, follows } = intervention;
  const before = standing?.decision.interventions.find((one) => one.interventionId === interventionId);
  if (before !== undefined && isPlacedAlike(intervention, before))
    return standing?.providers.get(interventionId);

  const continued = follows === undefined ? undefined : followed?.get(follows);
  return continued?.samePerson ? continued.provider : undefined;
}

const isPlacedAlike = (one: Intervention, other: Intervention): boolean =>
  one.subArea === other.subArea && one.service === other.service && one.follows === other.follows;
