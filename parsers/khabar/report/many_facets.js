/* The page of many articles: charts whose bars are filters, and the filters in use. */
"use strict";

const BARS = 7; // of a chart, until it is opened
const MOST = 300; // of an open one: the others are found by the search, or in the list of speakers
const YEARS = 4; // of the chart of months, until it is opened
const MONTHS = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, "0"));

/** The charts: made once, then told what the numbers are. `toggle(facet, value)` is called for a bar. */
many.Charts = class {
  constructor(box, toggle) {
    this.toggle = toggle;
    this.open = new Set();
    this.groups = {};
    const { make, say, word } = many;
    const inside = make("details", { class: "m-all" }, make("summary", {}, say(word("filters"))));
    inside.open = matchMedia("(min-width: 56rem)").matches;
    for (const facet of Object.keys(many.facets)) {
      const list = make(facet === "month" ? "div" : "ul", { class: `m-chart m-chart-${facet}` });
      const more = make("button", { type: "button", class: "m-fewer" });
      more.addEventListener("click", () => {
        if (!this.open.delete(facet)) this.open.add(facet);
        this.draw(facet);
      });
      const note = make("p", { class: "m-facts" });
      const id = `m-chart-${facet}`;
      const group = make("section", { class: "m-group", "aria-labelledby": id },
        make("h2", { id }, say(word(`chart.${facet}`))), list, more, note);
      this.groups[facet] = { group, list, more, note };
      inside.append(group);
    }
    box.append(inside);
  }

  /** Show the numbers of what matches. */
  show({ counts, filters }) {
    this.counts = counts;
    this.filters = filters;
    for (const facet of Object.keys(many.facets)) this.draw(facet);
  }

  draw(facet) {
    const { group, list, more, note } = this.groups[facet];
    const counts = new Map(this.counts[facet]);
    for (const value of this.filters[facet]) if (!counts.has(value)) counts.set(value, [0, 0]);
    const bars = many.bars(facet, counts);
    group.hidden = !bars.some(([value]) => value !== "");
    const focused = list.contains(document.activeElement) ? document.activeElement.dataset.value : null;
    const rest = (facet === "month" ? this.months : this.bars).call(this, facet, list, bars);
    if (focused !== null) list.querySelector(`[data-value="${CSS.escape(focused)}"]`)?.focus();
    const open = this.open.has(facet);
    more.hidden = !open && !rest;
    more.setAttribute("aria-expanded", String(open));
    more.replaceChildren(many.say(open ? many.word("show-fewer")
      : many.word("show-all", { n: many.number(rest + list.childElementCount) })));
    note.hidden = !open || !rest;
    note.replaceChildren(many.say(many.word("others", { n: many.number(rest) })));
  }

  /** Bars with their names. Gives how many are not shown. */
  bars(facet, list, bars) {
    const number = this.open.has(facet) ? MOST : BARS;
    const chosen = this.filters[facet];
    const shown = bars.filter(([value], at) => at < number || chosen.includes(value));
    const most = Math.max(1, ...shown.map(([, [n]]) => n));
    list.replaceChildren(...shown.map(([value, numbers]) => many.make("li", {}, this.bar(facet, value, numbers, most))));
    return bars.length - shown.length;
  }

  bar(facet, value, [number, files], most) {
    const { make, say, counted, word } = many;
    const { unit } = many.facets[facet];
    const told = unit === "articles" ? counted(number, unit)
      : word("in", { name: counted(number, unit), articles: counted(files, "articles") });
    const reason = facet === "rule" ? this.reason(value) : "";
    const button = make("button", { type: "button", class: "m-filter", "aria-pressed": String(this.filters[facet].includes(value)),
      "data-value": value, title: reason ? `${told}: ${reason}` : told },
    many.bar(number / most, "m-fill"), make("span", { class: "m-name" }, many.name(facet, value)),
    say(many.number(number), { class: "m-number", "aria-hidden": "true" }),
    say(`: ${told}`, { class: "m-heard" }));
    button.addEventListener("click", () => this.toggle(facet, value));
    return button;
  }

  reason(rule) {
    return this.rules?.[rule]?.reason ?? "";
  }

  /** A row of twelve bars for each year. Gives how many years are not shown. */
  months(facet, box, bars) {
    const years = new Map();
    for (const [value, [number]] of bars) {
      const year = value.slice(0, 4);
      if (value !== "") years.set(year, (years.get(year) ?? new Map()).set(value.slice(5), number));
    }
    const chosen = this.filters.month.map((value) => value.slice(0, 4));
    const shown = [...years].filter(([year], at) => this.open.has(facet) || at < YEARS || chosen.includes(year));
    const most = Math.max(1, ...shown.flatMap(([, months]) => [...months.values()]));
    box.replaceChildren(...shown.map(([year, months]) => this.year(year, months, most)));
    return years.size - shown.length;
  }

  year(year, months, most) {
    const { make, say, counted } = many;
    const cells = MONTHS.map((month) => {
      const number = months.get(month);
      if (number === undefined) return make("li", { class: "m-month", "aria-hidden": "true" });
      const value = `${year}-${month}`;
      const told = `${many.called("month", value)}: ${counted(number, "articles")}`;
      const button = make("button", { type: "button", class: "m-filter", "data-value": value, title: told,
        "aria-pressed": String(this.filters.month.includes(value)) },
      many.bar(number / most, "m-fill"), say(told, { class: "m-heard" }));
      button.addEventListener("click", () => this.toggle("month", value));
      return make("li", { class: "m-month" }, button);
    });
    return make("div", { class: "m-year" }, say(year, { class: "m-number" }), make("ul", { "aria-label": year }, cells));
  }
};

/** The filters in use, each a button that removes it. */
many.chips = (box, { filters, query }, { remove, clear }) => {
  const { make, say, own, word } = many;
  const chip = (label, name, told, act) => {
    const button = make("button", { type: "button", class: "m-chip",
      "aria-label": word("remove", { name: `${label}: ${told}` }) },
    many.pair(label, name), make("span", { class: "m-cross", "aria-hidden": "true" }, " ×"));
    button.addEventListener("click", act);
    return make("li", {}, button);
  };
  const chips = Object.entries(filters).flatMap(([facet, values]) => values.map((value) => {
    const label = word(`facet.${facet}`);
    return chip(label, many.name(facet, value), many.called(facet, value), () => remove(facet, value));
  }));
  if (query) chips.push(chip(word("facet.search"), own(query), query, () => remove("query")));
  if (!chips.length) return box.replaceChildren();
  const all = make("button", { type: "button", class: "m-chip m-clear" }, say(word("clear")));
  all.addEventListener("click", clear);
  return box.replaceChildren(make("ul", { "aria-label": word("in-use") }, chips, make("li", {}, all)));
};
