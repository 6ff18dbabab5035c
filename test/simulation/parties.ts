import type { Administration } from "@hemvist/rules";

/** The four SF. */
export const administrationsOf = (): readonly Administration[] => [
  "sf-centrum",
  "sf-hisingen",
  "sf-nordost",
  "sf-sydvast",
];

/** Whether any party's system does something about a message. Most are only looked at by invariants, as they were sent. */
export const isActedOn = (body: string): boolean =>
  /"type":"se\.goteborg\.hemvist\.(?:assignment\.re(?:quested|minder)|progress\.refused|decision\.returned|proposal\.status-changed)\.v1"/.test(
    body,
  );
