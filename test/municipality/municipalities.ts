import type { Municipality } from "@hemvist/rules";
import { ingenstans } from "./ingenstans.ts";

/** Stands in for `@hemvist/rules/municipalities` where functions are bundled for Ingenstans. */
export const municipalities: readonly Municipality[] = [ingenstans];

export const defaultMunicipality: Municipality = ingenstans;
