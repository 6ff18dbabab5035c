import type { Letter } from "@hemvist/adapters";
import { municipality } from "../municipality.ts";
import { redrivePlan, type Step } from "../redrive/redrive-plan.ts";
import type { System } from "../system.ts";

/**
 * What would happen to these letters, by the records as they stand.
 * @throws what AWS answered if it does not show a record: that says nothing of whether the code can read it
 */
export async function planFor<L extends Letter>(
  letters: readonly L[],
  system: Pick<System, "cases" | "now">,
): Promise<readonly Step<L>[]> {
  const { find } = system.cases();
  let notShown: Error | undefined;
  const plan = await redrivePlan(letters, {
    municipality,
    now: system.now,
    find: (key) =>
      find(key).catch((why: unknown) => {
        if (why instanceof Error && "$metadata" in why) notShown ??= why;
        throw why;
      }),
  });
  if (notShown !== undefined) throw notShown;
  return plan;
}
