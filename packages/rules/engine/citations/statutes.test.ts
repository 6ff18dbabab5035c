import { describe, expect, it } from "vitest";
import { withoutStatutes } from "./statutes.ts";

const [old, now] = ["SFS 2001:453", "SFS 2025:400"] as const;

describe("withoutStatutes", () => {
  it.each<[string, string, readonly string[]]>([
    ["12:4 sol", "12:4 ¶", []],
    ["sol12:4", "¶ 12:4", []],
    ["12:4 socialtjänstlagen", "12:4 ¶", []],
    ["12:4 socialtjanstlag", "12:4 ¶", []],
    ["12:4 ny sol", "12:4 ¶", [now]],
    ["12:4 nya socialtjänstlagen", "12:4 ¶", [now]],
    ["12:4 gamla sol", "12:4 ¶", [old]],
    ["12:4 äldre sol", "12:4 ¶", [old]],
    ["12:4 sfs 2025:400", "12:4 ¶", [now]],
    ["12:4 2001 : 453", "12:4 ¶", [old]],
    ["12:4 socialtjänstlagen (2025:400), sol", "12:4 ¶ ( ¶ ), ¶", [now]],
    ["2001:453 och 2025:400", "¶ och ¶", [old, now]],
  ])("finds the Social Services Act: %s", (text, rest, acts) => {
    expect(withoutStatutes(text)).toEqual({ rest, isNamed: true, acts, others: [] });
  });

  it.each(["12:4 solskyddslagen", "12:4 parasol", "12001:453", "2025:4001", "12:4"])(
    "does not find it in %s",
    (text) => {
      expect(withoutStatutes(text)).toEqual({ rest: text, isNamed: false, acts: [], others: [] });
    },
  );

  it.each([
    ["9 § lss", "LSS"],
    ["9 § lag om stöd och service till vissa funktionshindrade", "LSS"],
    ["9 § lagen (1993:387) om stöd och service till vissa funktionshindrade", "LSS"],
    ["2 § lvu", "LVU"],
    ["2 § lagen med särskilda bestämmelser om vård av unga", "LVU"],
    ["2 § 1990:52", "LVU"],
    ["4 § lvm", "LVM"],
    ["4 § lagen om vård av missbrukare i vissa fall", "LVM"],
    ["4 § 1988:870", "LVM"],
    ["8 § lma", "LMA"],
    ["8 § lagen om mottagande av asylsökande m.fl.", "LMA"],
    ["8 § 1994:137", "LMA"],
    ["6 kap. 1 § fb", "FB"],
    ["6 kap. 1 § föräldrabalken", "FB"],
    ["51 kap. 2 § sfb", "SFB"],
    ["51 kap. 2 § socialförsäkringsbalken", "SFB"],
    ["51 kap. 2 § 2010:110", "SFB"],
    ["8 kap. 1 § hsl", "HSL"],
    ["8 kap. 1 § hälso- och sjukvårdslagen", "HSL"],
    ["8 kap. 1 § 2017:30", "HSL"],
  ])("names another: %s", (text, other) => {
    const { isNamed, others, rest } = withoutStatutes(text);

    expect({ isNamed, others }).toEqual({ isNamed: false, others: [other] });
    expect(rest).toMatch(/^\d+ (kap\. \d+ )?§/);
  });

  it.each(["9 § lssx", "xlvu", "2 § 1990:521"])("takes no part of a word or number for one: %s", (text) => {
    expect(withoutStatutes(text).others).toEqual([]);
  });

  it("finds each of several, once", () => {
    expect(withoutStatutes("9 § lss och 2 § lvu, lss").others).toEqual(["LSS", "LVU"]);
  });
});
