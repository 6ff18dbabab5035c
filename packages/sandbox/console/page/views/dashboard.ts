import type { DashboardShown } from "../../shown.ts";
import { el } from "../dom.ts";
import { read } from "../source.ts";
import type { View } from "../view.ts";
import { type Widget, widgetFor } from "../widgets.ts";

/** One dashboard, drawn from the body that would be deployed. */
export const dashboard: View = {
  path: "tavlor/",
  title: "Instrumenttavla",
  isListed: false,
  open(main, name, entitle) {
    const grid = el("div", { class: "board" });
    let widgets: readonly Widget[] | undefined;
    main.append(el("p", {}, el("a", { href: "#/tavlor" }, "Alla instrumenttavlor")), grid);
    return async () => {
      const shown = await read<DashboardShown>(`dashboards/${encodeURIComponent(name)}`);
      entitle(shown.title);
      if (widgets === undefined) {
        widgets = shown.widgets.map(widgetFor);
        grid.append(...widgets.map(({ element }) => element));
      }
      for (const [index, widget] of widgets.entries()) {
        const its = shown.widgets[index];
        if (its !== undefined) widget.draw(its.drawing, shown);
      }
    };
  },
};
