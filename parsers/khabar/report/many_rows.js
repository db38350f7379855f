/* The page of many articles: its rows, and what of them matches. Nothing here touches the page.
   The scripts of the page share one name, `many`. */
"use strict";
const many = {};

/** Orders of the lists. */
many.sorts = ["given", "newest", "oldest", "title", "quotes", "lines", "warnings"];

/** The text as it is compared: Arabic letters that are written in several ways, vowel signs, accents, case, digits
    and quotation marks made equal; white space single. Equal in khabar.characters.fold is equal here, too. */
many.fold = (() => {
  const same = new Map();
  for (const [to, from] of [
    ["ا", "ٱ"], ["ي", "ىیېےئ"], ["ه", "ةہھەۃ"], ["ك", "کڪ"], ["i", "ı"], ["ss", "ß"], ["σ", "ς"],
    ["'", "’‘׳ʼʻ`´"], ['"', "״“”„«»"], ["-", "–—‑"], [":", "："], [",", "،，"],
    ["0", "٠۰"], ["1", "١۱"], ["2", "٢۲"], ["3", "٣۳"], ["4", "٤۴"],
    ["5", "٥۵"], ["6", "٦۶"], ["7", "٧۷"], ["8", "٨۸"], ["9", "٩۹"],
  ]) for (const char of from) same.set(char, to);
  const marks = /[\u0300-\u036f\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u0640\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
  const odd = new RegExp(`[${[...same.keys()].join("")}]`, "g");
  const plain = /^[\x20-\x7e]*$/;
  return (text) => {
    if (plain.test(text)) return text.toLowerCase().replaceAll("`", "'").replace(/ +/g, " ").trim();
    return text.normalize("NFKD").toLowerCase().replace(marks, "").replace(odd, (char) => same.get(char) ?? char)
      .normalize("NFC").replace(/\s+/g, " ").trim();
  };
})();

/** What can be filtered by, in the order of the charts; `unit` is what a bar counts. */
many.facets = {
  speaker: { unit: "quotes" },
  agency: { unit: "pictures" },
  rule: { unit: "lines" },
  language: { unit: "articles" },
  publisher: { unit: "articles" },
  year: { unit: "articles", byValue: true },
  month: { unit: "articles", byValue: true },
};

const LONGEST = 300; // characters; as khabar.report.row
const sum = (numbers) => numbers.reduce((total, one) => total + one, 0);

/** The articles: each with its row, what it is searched by, and for each facet its values with their numbers. */
many.Articles = class {
  constructor(facts) {
    this.facts = facts;
    this.personOf = new Map();
    this.formsOf = new Map();
    for (const { name, forms } of facts.people) {
      for (const form of forms) this.personOf.set(form, name);
      this.formsOf.set(name, [...(this.formsOf.get(name) ?? []), ...forms.filter((form) => form !== name)]);
    }
    this.all = facts.rows.map((row, n) => this.article(row, n));
    this.ranks = {};
  }

  article(row, n) {
    const date = /^\d{4}(-\d\d)?/.exec(row.published ?? "")?.[0] ?? "";
    const speakers = new Map();
    for (const [name, times] of Object.entries(row.speakers)) {
      const person = this.person(name);
      speakers.set(person, (speakers.get(person) ?? 0) + times);
    }
    const nobody = row.quotes - sum([...speakers.values()]);
    if (nobody > 0) speakers.set("", nobody);
    const agencies = new Map(Object.entries(row.agencies));
    const others = row.images.filter((image) => !image.agencies.length).length;
    if (others) agencies.set("", others);
    const values = {
      language: new Map([[row.language ?? "", 1]]),
      publisher: new Map([[row.publisher ?? "", 1]]),
      year: new Map([[date.slice(0, 4), 1]]),
      month: new Map([[date.length > 4 ? date : "", 1]]),
      speaker: speakers,
      agency: agencies,
      rule: new Map(Object.entries(row.rules)),
    };
    const names = Object.keys(row.speakers);
    const key = many.fold([row.title, row.source, row.publisher, ...names, ...speakers.keys()].join("\n"));
    return { n, id: `d${n + 1}`, row, date, values, key, text: null, stripped: sum(Object.values(row.rules)) };
  }

  /** Whoever is called so, over all articles. */
  person(name) {
    return this.personOf.get(name) ?? this.personOf.get(cut(name)) ?? name;
  }

  /** The articles that match, in the order asked for, and for each facet how many each value has among those that
      match all the other filters: a Map of value to [number, articles]. */
  matching({ filters, query, whole, sort }) {
    const words = many.fold(query).split(" ").filter(Boolean);
    const active = Object.keys(filters).filter((facet) => filters[facet].length);
    const counts = Object.fromEntries(Object.keys(many.facets).map((facet) => [facet, new Map()]));
    const hits = [];
    for (const article of this.all) {
      const text = whole && article.text !== null ? article.text : article.key;
      if (!words.every((word) => text.includes(word))) continue;
      const failed = active.filter((facet) => !filters[facet].some((value) => article.values[facet].has(value)));
      if (failed.length > 1) continue;
      if (!failed.length) hits.push(article);
      for (const facet of failed.length ? failed : Object.keys(counts)) add(counts[facet], article.values[facet]);
    }
    const ranks = this.rank(sort);
    hits.sort((a, b) => ranks[a.n] - ranks[b.n]);
    return { hits, counts };
  }

  /** The place of each article in an order; made once. */
  rank(sort) {
    if (!this.ranks[sort]) {
      const sorted = [...this.all].sort(ORDERS[sort] ?? ORDERS.given);
      const ranks = new Int32Array(sorted.length);
      sorted.forEach((article, at) => { ranks[article.n] = at; });
      this.ranks[sort] = ranks;
    }
    return this.ranks[sort];
  }
};

/** A name as rows have it: they cut what is long. */
const cut = (name) => (name.length > LONGEST ? `${[...name].slice(0, LONGEST - 1).join("")}…` : name);

function add(counts, values) {
  for (const [value, number] of values) {
    const known = counts.get(value);
    if (known) {
      known[0] += number;
      known[1] += 1;
    } else counts.set(value, [number, 1]);
  }
}

const collator = new Intl.Collator(["ar", "en"], { numeric: true });
const published = (article) => article.row.published ?? "";
/** Articles without a date come last in both orders by date. */
const undated = (a, b) => (published(a) === "") - (published(b) === "");
const ORDERS = {
  given: (a, b) => a.n - b.n,
  newest: (a, b) => undated(a, b) || (published(b) > published(a)) - (published(b) < published(a)) || a.n - b.n,
  oldest: (a, b) => undated(a, b) || (published(a) > published(b)) - (published(a) < published(b)) || a.n - b.n,
  title: (a, b) => collator.compare(a.row.title ?? "\uffff", b.row.title ?? "\uffff") || a.n - b.n,
  quotes: (a, b) => b.row.quotes - a.row.quotes || a.n - b.n,
  lines: (a, b) => b.stripped - a.stripped || a.n - b.n,
  warnings: (a, b) => b.row.warnings.length - a.row.warnings.length || a.n - b.n,
};

/** Values of a facet as bars: the largest first (months and years: the newest), nothing ("") last. */
many.bars = (facet, counts) => {
  const byValue = many.facets[facet].byValue;
  return [...counts].sort(([a, [m]], [b, [n]]) =>
    (a === "") - (b === "") || (byValue ? (b > a) - (b < a) : n - m || (a > b) - (a < b)));
};
