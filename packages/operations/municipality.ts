import type { Municipality } from "@hemvist/rules";
import { defaultMunicipality, municipalityNamed } from "@hemvist/rules/municipalities";

const { HEMVIST_MUNICIPALITY } = process.env;

/** Whose system the commands work on: a setting of the shell they are called in. */
export const municipality: Municipality =
  HEMVIST_MUNICIPALITY === undefined ? defaultMunicipality : municipalityNamed(HEMVIST_MUNICIPALITY);
