import "../simulation/platform/silent-log.ts";
import { describe, expect, it } from "vitest";
import { neighboursOf } from "./neighbours.ts";

const flood = { seed: 1, minutes: 10, perMinute: 2, times: 100 };

describe("one administration that sends a hundred times what the others do", () => {
  it("delays the neighbours' 99th percentile by a tenth at most", async () => {
    const { answers, ratio } = await neighboursOf(flood);

    expect(answers).toBe(60);
    expect(ratio).toBeLessThanOrEqual(1.1);
  });

  it("delays them by a second or two if 500 of its decisions come at once: all share the table's stream", async () => {
    const { alone, besideTheFlood, ratio } = await neighboursOf({ ...flood, atOnce: 500 });

    // So the measure sees a flood, where there is one to see.
    expect(ratio).toBeGreaterThan(1.1);
    expect(besideTheFlood - alone).toBeLessThan(2000);
  });
});
