import type { Administration } from "@hemvist/rules";

/** The four SF. */
export const administrationsOf = (): readonly Administration[] => [
  "sf-centrum",
  "sf-hisingen",
  "sf-nordost",
  "sf-sydvast",
];
