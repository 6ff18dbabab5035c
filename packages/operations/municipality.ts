import type { Municipality } from "@hemvist/rules";
import { defaultMunicipality, municipalities } from "@hemvist/rules/municipalities";
import { CannotRun } from "./cannot-run.ts";

const { HEMVIST_MUNICIPALITY, MUNICIPALITY } = process.env;

/**
 * Whose system the acts work on: a setting of the shell that a command is called in, or of the function that acts for
 * it.
 */
export const municipality: Municipality =
  HEMVIST_MUNICIPALITY === undefined ? ofFunction(MUNICIPALITY) : municipalityIn(HEMVIST_MUNICIPALITY);

/** The function itself refuses to start without a setting that it knows: packages/runtime/self-check.ts. */
function ofFunction(setting: string | undefined): Municipality {
  return municipalities.find(({ code }) => code === setting) ?? defaultMunicipality;
}

function municipalityIn(setting: string): Municipality {
  const found = municipalities.find(({ code }) => code === setting);
  if (found !== undefined) return found;
  const codes = municipalities.map(({ code }) => code).join(", ");
  throw new CannotRun({
    sv: `HEMVIST_MUNICIPALITY är ${setting}, men kommunen är en av: ${codes}.`,
    en: `HEMVIST_MUNICIPALITY is ${setting}, but the municipality is one of: ${codes}.`,
  });
}
