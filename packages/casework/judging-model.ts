import { type Model, type Municipality, modelNamed } from "@hemvist/rules";
import type { Revision } from "./case-record.ts";

/**
 * The model that judged a revision is missing in this version of the code. A newer version wrote the record, and was
 * rolled back. The error has a name of its own because the log shows only names.
 */
class UnknownModel extends Error {
  override readonly name = "UnknownModel";
}

/**
 * The model that judged an assigned revision. Its intervals hold for the follow-up.
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
