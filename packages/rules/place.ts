import type { Citation } from "./citation.ts";
import type { Decision, Intervention } from "./decision.ts";
import { isBasic } from "./legal-basis.ts";
import type { Model } from "./model.ts";
import { subAreaOf } from "./models/models.ts";
import { providerFor } from "./offer.ts";
import type { Placement, Side } from "./placement.ts";

/**
 * Where an intervention belongs, by the model's division and never by a sender's wish.
 *
 * > Förvaltningarna ska erbjuda insatser utifrån uppgjord indelning i styrmodellen
 * > Anvisning styrmodell, Överenskomna principer för arbetet
 */
export function place(
  intervention: Intervention,
  { decision, model }: { readonly decision: Decision; readonly model: Model },
): Placement {
  const subArea = subAreaOf(model, intervention.subArea);
  const preferred = preferredSide(decision.citation);
  const parallel = !subArea.carriedOutBy.includes(preferred);
  const side = parallel ? otherSide(preferred) : preferred;
  const provider = side === "sf" ? decision.administration : providerFor({ model, intervention, side });

  return {
    interventionId: intervention.interventionId,
    area: subArea.area,
    subArea: subArea.code,
    governedBy: subArea.governedBy,
    carriedOutBy: side,
    ...(provider === undefined ? {} : { provider }),
    parallel,
  };
}

/** SF carries out the basic decisions, Arbvux the 12:4 ones, wherever the matrix lets them. */
function preferredSide(citation: Citation): Side {
  return isBasic(citation) ? "sf" : "arbvux";
}

function otherSide(side: Side): Side {
  return side === "sf" ? "arbvux" : "sf";
}
