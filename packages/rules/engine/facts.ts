import type { Background } from "./background.ts";
import type { CivilDate, Decision } from "./decision.ts";
import type { Model } from "./model.ts";
import { place } from "./place.ts";
import type { Facts } from "./rule.ts";

/** What the rules look at: a decision with its interventions placed. */
export function toFacts(
  decision: Decision,
  {
    model,
    receivedOn,
    background = {},
  }: { readonly model: Model; readonly receivedOn: CivilDate; readonly background?: Background },
): Facts {
  const interventions = decision.interventions.map((intervention, index) => ({
    ...intervention,
    placement: place(intervention, { decision, model, background }),
    pointer: `/interventions/${index}`,
  }));
  return { ...decision, model, receivedOn, background, interventions };
}
