import { type Model, type Municipality, modelNamed } from "@hemvist/rules";
import type { Revision } from "./case-record.ts";

/**
 * A revision was judged by a model that this version of the code does not have: a newer version wrote it, and has been
 * rolled back since. Named, since the log tells no more of an error than that.
 */
class UnknownModel extends Error {
  override readonly name = "UnknownModel";
}

/**
 * The model that an assigned revision was judged by, and is followed up by.
 *
 * @throws UnknownModel where the record must be left to the version of the code that wrote it
 */
export function judgingModel(
  { judgement: { model: name = "" } }: Revision,
  municipality: Municipality,
): Model {
  const model = modelNamed(municipality, name);
  if (model === undefined) throw new UnknownModel(name);
  return model;
}
