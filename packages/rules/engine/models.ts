import { goteborg202401 } from "../municipalities/goteborg/goteborg-2024-01.ts";
import { goteborg202507 } from "../municipalities/goteborg/goteborg-2025-07.ts";
import type { CivilDate } from "./decision.ts";
import type { Model } from "./model.ts";
import type { Rule } from "./rule.ts";

/** Every model there has been, the newest last. */
export const models: readonly Model[] = [goteborg202401, goteborg202507];

/** Whose decisions this system takes. A municipality's decisions are judged by its own models only. */
export const municipality = "goteborg";

/** A municipality's model that a decision made on a day is judged by; none before the first one. */
export function modelInForceOn(
  date: CivilDate,
  among: readonly Model[] = models,
  whose: string = municipality,
): Model | undefined {
  let found: Model | undefined;
  for (const model of among) {
    if (model.municipality !== whose) continue;
    if (model.validFrom <= date && (found === undefined || found.validFrom < model.validFrom)) found = model;
  }
  return found;
}

/** The model that a stored judgement names. */
export function modelNamed(name: string): Model | undefined {
  return models.find((model) => model.name === name);
}

export function ruleOf(model: Model, id: string): Rule | undefined {
  return model.rules.find((rule) => rule.id === id);
}
