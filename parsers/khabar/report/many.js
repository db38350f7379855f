/* The page of many articles: what is shown stands in the address (#view?filters, #d17q3?filters), so that back and
   forward, bookmarks and reloading do what they do everywhere. */
"use strict";

/** What an address says. */
many.read = (hash) => {
  const [, view, rest] = /^#?([^?]*)\??(.*)$/s.exec(hash);
  const asked = new URLSearchParams(rest);
  const filters = Object.fromEntries(Object.keys(many.facets).map((facet) => [facet, asked.getAll(facet)]));
  const sort = asked.get("sort") ?? "given";
  return { view: view || "articles", filters, query: asked.get("q") ?? "", whole: asked.has("whole"),
    sort: many.sorts.includes(sort) ? sort : "given", from: Object.hasOwn(many.views, asked.get("from")) ? asked.get("from") : "articles" };
};

/** The address of what is to be shown. */
many.written = ({ view, filters, query, whole, sort, from }) => {
  const asked = new URLSearchParams();
  for (const [facet, values] of Object.entries(filters)) for (const value of values) asked.append(facet, value);
  if (query) asked.set("q", query);
  if (whole) asked.set("whole", "");
  if (sort !== "given") asked.set("sort", sort);
  if (!Object.hasOwn(many.views, view) && from !== "articles") asked.set("from", from);
  const rest = asked.toString();
  return `#${view}${rest ? `?${rest}` : ""}`;
};

const byId = (id) => document.getElementById(id);
const writing = (element) => element?.closest("input, textarea, select, [contenteditable]");
const NOTHING = { filters: {}, query: "", whole: false, sort: "given", from: "articles" };

many.Page = class {
  constructor() {
    const facts = JSON.parse(byId("k-rows").textContent);
    many.words = facts.words;
    document.documentElement.dir = facts.direction;
    this.articles = new many.Articles(facts);
    this.store = new many.Store(document.getElementsByClassName("k-document"));
    this.left = new Map(); // what lists looked like when they were left, by address
    this.turn = 0;
    this.charts = new many.Charts(byId("m-facets"), (facet, value) => this.toggle(facet, value));
    this.charts.rules = facts.rules;
    this.query = byId("m-query");
    this.whole = byId("m-whole");
    history.scrollRestoration = "manual";
    this.listen();
    this.render();
  }

  listen() {
    window.addEventListener("hashchange", () => this.render());
    window.addEventListener("scroll", () => this.note(), { passive: true });
    this.query.addEventListener("input", () => this.go({ query: this.query.value }, { replace: this.state.query !== "" }));
    this.whole.addEventListener("change", () => this.go({ whole: this.whole.checked }));
    document.addEventListener("keydown", (event) => this.key(event));
    document.querySelector(".k-skip").addEventListener("click", (event) => {
      event.preventDefault();
      byId("main").focus();
    });
    byId("m-panel").addEventListener("click", (event) => this.click(event));
  }

  /** A link inside an article leads to a place in it, and the filters stay. */
  click(event) {
    const link = event.target.closest("a[href^='#d']");
    if (link?.closest(".m-list")) this.cameBy = link.getAttribute("href");
    if (!link || !link.closest(".k-article") || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.go({ view: link.getAttribute("href").slice(1) });
  }

  link(change) {
    return many.written({ ...this.state, from: Object.hasOwn(many.views, this.state.view) ? this.state.view : this.state.from, ...change });
  }

  /** Show something else; `replace`: without a step for the back button. */
  go(change, { replace = false } = {}) {
    const address = this.link(change);
    if (!replace && address !== location.hash) {
      location.hash = address; // the event renders
      return;
    }
    try {
      history.replaceState(null, "", address);
    } catch {
      location.replace(address); // a page in a frame may not
    }
    this.render();
  }

  toggle(facet, value) {
    const { filters } = this.state;
    const without = filters[facet].filter((one) => one !== value);
    const chosen = without.length < filters[facet].length ? without : [...filters[facet], value];
    this.go({ filters: { ...filters, [facet]: chosen } });
  }

  render() {
    const state = many.read(location.hash);
    const place = /^d(\d+)/.exec(state.view);
    if (!place && !Object.hasOwn(many.views, state.view)) state.view = "articles";
    this.state = state;
    this.turn += 1;
    if (this.query.value !== state.query) this.query.value = state.query;
    this.whole.checked = state.whole;
    if (state.whole && state.query) this.readTexts();
    this.found = this.articles.matching(state);
    document.documentElement.classList.toggle("m-reading", Boolean(place));
    if (place) this.showArticle(Number(place[1]) - 1, state.view);
    else this.showList();
  }

  async showList() {
    const { state, found, turn } = this;
    const view = many.views[state.view];
    const { make, say, word } = many;
    const words = state.whole ? many.fold(state.query).split(" ").filter(Boolean) : [];
    const context = { ...found, filters: state.filters, words, articles: this.articles, store: this.store,
      link: (change) => this.link(change) };
    this.charts.show(context);
    many.chips(byId("m-chips"), state, {
      remove: (facet, value) => (facet === "query" ? this.go({ query: "" }) : this.toggle(facet, value)),
      clear: () => this.go({ ...NOTHING, filters: Object.fromEntries(Object.keys(many.facets).map((facet) => [facet, []])) }),
    });
    this.showViews(context);
    const total = view.total(context);
    byId("m-status").replaceChildren(say(this.told(total)));
    document.title = `${word(`view.${state.view}`)} · ${word("title")}`;
    const before = this.left.get(many.written(state));
    const list = await many.list(view.lazily(context), { total: view.entries?.(context) ?? total, start: before?.shown, step: view.step });
    if (turn !== this.turn) return;
    const heading = make("h1", {}, say(word(`view.${state.view}`)));
    const nothing = say(word(!this.articles.all.length ? "no-articles" : found.hits.length ? `nothing.${state.view}` : "nothing"));
    this.list = list;
    byId("m-panel").replaceChildren(
      make("div", { class: "m-heading" }, heading, state.view === "speakers" ? "" : this.order()),
      total ? list : make("p", { class: "m-nothing" }, nothing), this.failed());
    this.settle(before);
  }

  /** What matches, as a text. */
  told(total) {
    const { word, number, counted } = many;
    const { hits } = this.found;
    const { all } = this.articles;
    const matching = hits.length === all.length ? counted(all.length, "articles")
      : word("matching", { n: number(hits.length), name: counted(all.length, "articles") });
    return this.state.view === "articles" ? matching : `${counted(total, this.state.view)} · ${matching}`;
  }

  /** Back to where a list was left; else to its beginning, where that is out of sight. */
  settle(before) {
    this.shown = many.written(this.state);
    if (before) {
      window.scrollTo({ top: before.scroll, behavior: "instant" });
      const link = before.opened && this.list.querySelector(`a[href="${CSS.escape(before.opened)}"]`);
      link?.focus({ preventScroll: true });
      return;
    }
    const top = byId("main").offsetTop;
    const beside = getComputedStyle(byId("m-facets")).position === "sticky";
    if (window.scrollY > top && beside) window.scrollTo({ top: 0, behavior: "instant" });
  }

  /** Note where a list is, for when it is shown again. */
  note() {
    if (this.shown !== many.written(this.state)) return;
    this.left.set(this.shown, { ...this.left.get(this.shown), scroll: window.scrollY, shown: this.list.shown });
  }

  order() {
    const { make, say, word } = many;
    const select = make("select", { dir: "ltr" }, many.sorts
      .map((value) => make("option", { value, selected: value === this.state.sort }, word(`sort.${value}`))));
    select.addEventListener("change", () => this.go({ sort: select.value }));
    return make("label", { class: "m-order" }, say(`${word("order")}:`), select);
  }

  showViews(context) {
    const { make, say, word, number, views } = many;
    byId("m-views").replaceChildren(...Object.keys(views).map((view) => make("a", {
      href: this.link({ view }), "aria-current": view === this.state.view ? "page" : null,
    }, say(word(`view.${view}`)), " ", say(number(views[view].total(context)), { class: "m-number" }))));
  }

  /** Inputs of which there is no article. */
  failed() {
    const { make, say, own, counted } = many;
    const { failed } = this.articles.facts;
    if (this.state.view !== "articles" || !failed.length) return "";
    return make("details", { class: "m-failed" }, make("summary", {}, say(counted(failed.length, "failed"))),
      make("ul", {}, failed.map(({ source, message }) => make("li", {}, own(source), ": ", own(message)))));
  }

  async showArticle(n, place) {
    const { turn, state } = this;
    const { make, say, word } = many;
    const article = this.articles.all[n];
    const panel = byId("m-panel");
    const opened = `d${n + 1}`;
    if (!article) {
      panel.replaceChildren(make("p", { class: "m-nothing" }, say(word("gone"))), this.steps(-1));
    } else if (panel.firstElementChild?.dataset.opened !== opened || panel.dataset.from !== this.link({ view: opened })) {
      const html = await this.store.html(n);
      if (turn !== this.turn) return;
      const inside = make("div", { class: "m-article" });
      inside.innerHTML = html; // made and escaped by Python; the content security policy lets nothing in it act
      const at = this.found.hits.indexOf(article);
      panel.replaceChildren(make("div", { "data-opened": opened }, this.steps(at)), inside);
      panel.dataset.from = this.link({ view: opened });
      document.title = `${article.row.title ?? article.row.source ?? word("untitled")} · ${word("title")}`;
    }
    this.shown = null;
    const list = many.written({ ...state, view: state.from, from: "articles" });
    this.left.set(list, { scroll: 0, ...this.left.get(list), opened: this.cameBy });
    this.arrive(place === opened ? null : byId(place));
  }

  /** To a place in the article, or to its beginning. */
  arrive(place) {
    for (const old of document.querySelectorAll(".m-here")) old.classList.remove("m-here");
    if (!place) {
      window.scrollTo({ top: 0, behavior: "instant" });
      byId("main").focus({ preventScroll: true });
      return;
    }
    place.classList.add("m-here");
    if (!place.matches("a, button, [tabindex]")) place.tabIndex = -1;
    place.focus({ preventScroll: true });
    place.scrollIntoView({ block: "center", behavior: "instant" });
  }

  /** Back to the list, to the article before and after. */
  steps(at) {
    const { make, say, word, number } = many;
    const { hits } = this.found;
    const to = (article, key, rel) => article && make("a", { href: this.link({ view: article.id }), rel, class: `m-${rel}` },
      say(word(key)));
    return make("nav", { class: "m-steps", "aria-label": word("steps") },
      make("a", { href: many.written({ ...this.state, view: this.state.from }), class: "m-back" },
        say(word(`back.${this.state.from}`))),
      at < 0 ? [] : [to(hits[at - 1], "previous", "prev"),
        say(word("position", { n: number(at + 1), name: number(hits.length) }), { class: "m-position" }),
        to(hits[at + 1], "next", "next")]);
  }

  /** Read the articles' texts for the search, a few at a time, so that the page stays alive. */
  async readTexts() {
    if (this.reading) return;
    this.reading = true;
    const { all } = this.articles;
    for (let n = 0; n < all.length; n += 20) {
      await Promise.all(all.slice(n, n + 20).map(async (article) => {
        article.text = `${article.key}\n${await this.store.text(article.n)}`;
      }));
      byId("m-status").replaceChildren(many.say(many.word("reading", { n: Math.round((100 * n) / all.length) })));
      await new Promise((done) => { setTimeout(done); });
    }
    this.render();
  }

  key(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const target = event.target;
    const reading = document.documentElement.classList.contains("m-reading");
    if (event.key === "/" && !writing(target)) {
      if (reading) this.go({ view: this.state.from });
      event.preventDefault();
      setTimeout(() => this.query.focus());
    } else if (event.key === "Escape") {
      if (target === this.query) this.go({ query: "" });
      else if (reading && !target.closest?.(".k-article, dialog") && !writing(target)) this.go({ view: this.state.from });
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") this.move(event);
    else if (reading && !writing(target) && !document.querySelector(".k-editing") && (event.key === "ArrowLeft" || event.key === "ArrowRight")) {
      const ahead = (event.key === "ArrowLeft") === (document.documentElement.dir === "rtl");
      byId("m-panel").querySelector(ahead ? ".m-next" : ".m-prev")?.click();
    }
  }

  /** From entry to entry of a list. */
  move(event) {
    const titles = [...byId("m-panel").querySelectorAll(".m-list .m-title")];
    const at = titles.indexOf(document.activeElement);
    if (at < 0 && document.activeElement !== this.query) return;
    const to = titles[event.key === "ArrowDown" ? at + 1 : at - 1] ?? (at === 0 ? this.query : null);
    if (!to) return;
    event.preventDefault();
    to.focus();
  }
};

many.page = new many.Page();
