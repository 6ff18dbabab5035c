import type { Municipality } from "./engine/municipality.ts";
import { goteborg } from "./municipalities/goteborg/municipality.ts";

/** The municipalities whose decisions this system can take. A stage names one of them. */
export const municipalities: readonly Municipality[] = [goteborg];

/** The municipality if no stage and no command names another. */
export const defaultMunicipality: Municipality = goteborg;

/** @throws Error if there is none of that code, because a setting is wrong */
export function municipalityNamed(code: string): Municipality {
  const found = municipalities.find((municipality) => municipality.code === code);
  if (found === undefined)
    throw new Error(
      `There is no municipality "${code}"; there are ${municipalities.map((one) => one.code).join(", ")}.`,
    );
  return found;
}
