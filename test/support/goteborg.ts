import { municipalityNamed } from "@hemvist/rules/municipalities";

/** Whose decisions the samples are. */
export const goteborg = municipalityNamed("goteborg");
