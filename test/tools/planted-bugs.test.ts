import { expect, it } from "vitest";
import { complaintsOf } from "../planted/complaints.ts";
import { everyBug } from "../planted/every-bug.ts";
import { root } from "./ran.ts";

it("the planted bugs compile, each in the code as it is now, but for those that the compiler is to catch", () => {
  expect(complaintsOf(everyBug, root).size).toBeGreaterThan(0);
});
