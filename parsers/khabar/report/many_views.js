/* The page of many articles: its lists, and an article. Each view makes elements of what matches; none keeps a state. */
"use strict";

/** The entries of a list, article after article: `find` gives what is to be listed of one, with its elements. */
async function* entriesOf(articles, store, find, entry) {
  for (const article of articles) {
    for (const one of find(await store.elements(article.n), article)) yield entry(one, article);
  }
}

/** A title that leads to a place. */
many.title = (article, href, attributes = {}) => many.make("a", { class: "m-title", href, ...attributes },
  article.row.title ? many.own(article.row.title, { lang: article.row.language })
    : article.row.source ? many.own(article.row.source) : many.say(many.word("untitled")));

/** Where a text comes from: the title, as a link to the place, then publisher, date and source. */
const from = (article, place, context, ...facts) => {
  const { row } = article;
  return many.make("div", { class: "m-from" },
    many.title(article, context.link({ view: place })),
    many.facts(...facts, row.publisher && many.own(row.publisher), article.date && many.say(row.published.slice(0, 10)),
      row.source && many.own(row.source, { class: "m-source" })));
};

many.views = {
  articles: {
    total: ({ hits }) => hits.length,
    async* lazily(context) {
      const { hits, store, words } = context;
      for (const article of hits) {
        yield articleEntry(article, context, words.length ? many.passageIn(await store.elements(article.n), words) : null);
      }
    },
  },

  quotes: {
    total: ({ hits, filters }) => count(hits, "speaker", filters.speaker),
    lazily({ hits, filters, articles, store, ...context }) {
      return entriesOf(having(hits, "speaker", filters.speaker), store, (root) => many.quotesIn(root, articles, filters.speaker),
        (quote, article) => quoteEntry(quote, article, context));
    },
  },

  speakers: {
    total: ({ counts }) => counts.speaker.size,
    *lazily(context) {
      const bars = many.bars("speaker", context.counts.speaker);
      const most = Math.max(...bars.map(([, [number]]) => number));
      for (const [name, numbers] of bars) yield speakerEntry(name, numbers, most, context);
    },
  },

  pictures: {
    total: ({ hits, filters }) => count(hits, "agency", filters.agency),
    lazily({ hits, filters, store, ...context }) {
      return entriesOf(having(hits, "agency", filters.agency), store, (root, article) => many.picturesIn(root, article, filters.agency),
        (picture, article) => pictureEntry(picture, article, context));
    },
  },

  lines: {
    step: 10, // articles: each has many lines
    total: ({ hits, filters }) => count(hits, "rule", filters.rule),
    entries: ({ hits, filters }) => having(hits, "rule", filters.rule).length,
    async* lazily({ hits, filters, store, ...context }) {
      for (const article of having(hits, "rule", filters.rule)) {
        yield linesEntry(many.linesIn(await store.elements(article.n), filters.rule), article, context);
      }
    },
  },
};

/** The articles that have any of the values that were chosen (none: any at all). */
function having(articles, facet, chosen) {
  return articles.filter((article) => count([article], facet, chosen));
}

/** How many there are in these articles of the values that were chosen (none: of all). */
function count(articles, facet, chosen) {
  let total = 0;
  for (const { values } of articles) {
    for (const [value, number] of values[facet]) if (!chosen.length || chosen.includes(value)) total += number;
  }
  return total;
}

/** `passage`: where in its text the words were found that it was searched for. */
function articleEntry(article, context, passage) {
  const { row } = article;
  const { make, say, own, counted } = many;
  return make("li", { class: "m-entry" },
    make("h2", {}, many.title(article, context.link({ view: article.id }))),
    many.facts(row.publisher && own(row.publisher), article.date && say(row.published.slice(0, 10)),
      row.language && say(many.called("language", row.language)), say(counted(row.words, "words"))),
    many.facts(row.quotes && say(counted(row.quotes, "quotes")), row.pictures && say(counted(row.pictures, "pictures")),
      article.stripped && say(counted(article.stripped, "lines")),
      row.warnings.length && say(counted(row.warnings.length, "warnings"), { class: "m-warning" })),
    row.title && row.source && make("p", { class: "m-facts m-source" }, own(row.source)),
    passage && make("p", { class: "m-passage", dir: row.direction, lang: row.language },
      make("a", { href: context.link({ view: passage.place }), "aria-label": many.word("line", { n: passage.line }) }, passage.line),
      " ", passage.parts.map(([text, found]) => (found ? make("mark", {}, text) : text))));
}

function quoteEntry(quote, article, context) {
  const { make, say, own, word } = many;
  const name = quote.person ? own(quote.person) : say(word("none.speaker"));
  const written = quote.speaker && quote.speaker !== quote.person;
  return make("li", { class: "m-entry" },
    make("p", { class: "m-speaker" }, name, written ? make("small", {}, " (", own(quote.speaker), ")") : null),
    [...quote.texts].map((text) => many.context(text, quote.quote)),
    from(article, quote.place, context));
}

function speakerEntry(name, [number, files], most, context) {
  const { make, say, own, counted, word } = many;
  const forms = context.articles.formsOf.get(name) ?? [];
  const href = context.link({ view: "quotes", filters: { ...context.filters, speaker: [name] } });
  return make("li", { class: "m-entry m-person" },
    make("p", { class: "m-speaker" },
      make("a", { href, class: "m-title" }, name === "" ? say(word("none.speaker")) : own(name))),
    make("p", { class: "m-measure" }, make("span", { class: "m-track" }, many.bar(number / most, "m-bar")),
      say(word("in", { name: counted(number, "quotes"), articles: counted(files, "articles") }))),
    forms.length ? many.facts(many.pair(word("also"), own(forms[0])), forms.slice(1).map((form) => own(form))) : null);
}

function pictureEntry(picture, article, context) {
  const { make, say, own, word } = many;
  const { direction: dir, language: lang } = article.row;
  return make("li", { class: "m-entry" },
    make("p", { class: "m-caption", dir, lang }, picture.caption ?? say(word("caption"))),
    many.facts(picture.media && say(word(`media.${picture.media}`)),
      picture.credit ? many.pair(word("credit"), own(picture.credit)) : say(word("no-credit")),
      picture.agencies.map((name) => many.pair(word("agency"), own(name)))),
    from(article, picture.place, context));
}

/** What was stripped of an article, line by line, each with its rule; the reason once for each run of a rule. */
function linesEntry(lines, article, context) {
  const { make, say, word } = many;
  let last = null;
  const shown = lines.map(({ label, rule, line, text, place }) => {
    const reason = rule !== last && make("p", { class: "m-why" }, say(word(`label.${label}`), { class: "m-label" }), " ",
      make("code", { dir: "ltr" }, rule), " ", say(context.articles.facts.rules[rule]?.reason ?? ""));
    last = rule;
    return make("li", {}, reason || null, make("div", { class: "m-line" },
      make("a", { href: context.link({ view: place }), "aria-label": word("line", { n: line }) }, line), many.context(text)));
  });
  return make("li", { class: "m-entry" }, from(article, article.id, context), make("ul", { class: "m-lines" }, shown));
}
