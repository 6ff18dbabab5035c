import type { SubAreaCode } from "./decision.ts";
import type { Model, SubArea } from "./model.ts";

/** A model that lacks a sub-area is a mistake in the model, never in a decision: it throws. */
export function subAreaOf(model: Model, code: SubAreaCode): SubArea {
  const found = model.subAreas.find((subArea) => subArea.code === code);
  if (found === undefined) throw new Error(`The model ${model.name} says nothing of ${code}`);
  return found;
}
