import type { AssignmentShown, FindingShown, Happening, Life } from "../../shown.ts";
import { el, keep } from "../dom.ts";
import { dayInWords, shortTime } from "../format.ts";
import { happening, section, tag } from "../parts.ts";
import { read } from "../source.ts";
import { spellsChart } from "../spells.ts";
import type { View } from "../view.ts";

/** One decision's life. */
export const decision: View = {
  path: "beslut/",
  title: "Ett beslut",
  isListed: false,
  open(main, id) {
    const state = el("p", { class: "lead" });
    const facts = el("dl", { class: "facts" });
    const spells = el("div");
    const assignments = el("ul", { class: "assignments" });
    const findings = el("ul", { class: "findings" });
    const awaited = el("ul", { class: "awaited" });
    const events = el("ol", { class: "happenings" });
    const findingsSection = section("Brister", findings);
    main.append(
      el("p", { class: "id" }, id),
      state,
      section("Beslutet", facts),
      findingsSection,
      section("Uppdragens gång", spells, assignments),
      el(
        "div",
        { class: "two" },
        section("Vad som har hänt", events),
        section("Vad hemvist väntar på", awaited),
      ),
    );
    return async () => {
      const life = await read<Life>(`decisions/${encodeURIComponent(id)}`);
      state.replaceChildren(tag(life.row.state, life.row.tone));
      keep(facts, life.facts, {
        key: ({ name }) => name,
        make: ({ name, value }) => el("div", {}, el("dt", {}, name), el("dd", {}, value)),
      });
      findingsSection.hidden = life.findings.length === 0;
      keep(findings, life.findings, { key: ({ rule, concerns }) => `${rule} ${concerns}`, make: findingRow });
      spells.replaceChildren(spellsChart(life));
      keep(assignments, life.assignments, { key: ({ id: one }) => one, make: assignmentRow });
      keep(awaited, life.awaited.length === 0 ? [nothing] : life.awaited.map(awaitedText), {
        key: (text) => text,
        make: (text) => el("li", {}, text),
      });
      keep(events, life.events, { key: keyOf, make: (one) => happening(one, false) });
    };
  },
};

const nothing = "Inget mer. Beslutet är avslutat.";

const awaitedText = ({ on, kind, about, notifies }: Life["awaited"][number]): string =>
  `${dayInWords(on)}: ${kind} (${about}). Påminnelsen går till ${notifies}.`;

const keyOf = ({ version, text }: Happening): string => `${version} ${text}`;

const findingRow = ({ rule, concerns, message, wouldHoldIf }: FindingShown): HTMLElement =>
  el(
    "li",
    {},
    el("p", {}, el("strong", {}, message)),
    el("p", {}, wouldHoldIf),
    el("p", { class: "hint" }, `Regel: ${rule}. Fält: ${concerns === "" ? "hela beslutet" : concerns}.`),
  );

const assignmentRow = ({
  id,
  subArea,
  provider,
  from,
  to,
  status,
  tone,
  spells,
}: AssignmentShown): HTMLElement =>
  el(
    "li",
    {},
    el("h3", {}, subArea, " ", tag(status, tone)),
    el("p", {}, `${provider}, ${from} – ${to}`),
    el(
      "details",
      {},
      el("summary", {}, `Visa varje läge för ${subArea.toLowerCase()}`),
      el(
        "ol",
        { class: "spells" },
        spells.map((spell) => el("li", {}, `${spell.status} från ${shortTime(spell.from)}`)),
      ),
      el("p", { class: "id" }, id),
    ),
  );
