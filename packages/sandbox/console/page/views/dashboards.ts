import type { Dashboards } from "../../shown.ts";
import { el, keep } from "../dom.ts";
import { plural } from "../format.ts";
import { read } from "../source.ts";
import type { View } from "../view.ts";

/** The dashboards that a deployment would bring. */
export const dashboards: View = {
  path: "tavlor",
  title: "Instrumenttavlor",
  isListed: true,
  open(main) {
    const list = el("ul", { class: "boards" });
    main.append(
      el(
        "p",
        { class: "lead" },
        "Så här ser CloudWatch ut efter en driftsättning. Tavlorna ritas ur mallarna, med värden från den här körningen.",
      ),
      list,
    );
    return async () => {
      const { dashboards: all } = await read<Dashboards>("dashboards");
      keep(list, all, {
        key: ({ name }) => name,
        make: ({ name, title, widgets }) =>
          el(
            "li",
            { class: "card" },
            el("h2", {}, el("a", { href: `#/tavlor/${encodeURIComponent(name)}` }, title)),
            el("p", { class: "hint" }, `${name}, ${plural(widgets, "ruta", "rutor")}`),
          ),
      });
    };
  },
};
