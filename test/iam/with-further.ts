import type { Parties } from "@hemvist/rules";

/** Some further providers, beside the parties there are. */
export const withFurther = (parties: Parties, count: number): Parties => ({
  ...parties,
  executors: [
    ...parties.executors,
    ...Array.from({ length: count }, (_, index) => `provider-${String(index).padStart(3, "0")}`),
  ],
});
