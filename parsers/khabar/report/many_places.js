/* The page of many articles: quotations, pictures and stripped lines with their places. They are found in the HTML
   that Python made of each article, when they are to be shown; so they stand in the page only once. */
"use strict";

const SPOKEN = new Set(["direct", "partial"]);
const KEPT = 40; // articles whose elements are kept: the next page of a list begins in the last article of this one

/** The HTML of the articles: compressed, in scripts that nothing runs. */
many.Store = class {
  constructor(documents) {
    this.documents = documents;
    this.open = new Map();
  }

  get size() {
    return this.documents.length;
  }

  /** The HTML of an article, as Python made and escaped it. */
  async html(n) {
    const bytes = Uint8Array.from(atob(this.documents[n].textContent), (char) => char.charCodeAt(0));
    const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    return new Response(unpacked).text();
  }

  /** The article's elements, outside of the page. */
  async elements(n) {
    let found = this.open.get(n);
    if (!found) {
      found = many.parsed(await this.html(n));
      this.open.set(n, found);
      if (this.open.size > KEPT) this.open.delete(this.open.keys().next().value);
    }
    return found;
  }

  /** The article's text, folded, to be searched. */
  async text(n) {
    const texts = many.parsed(await this.html(n)).querySelectorAll(".k-text");
    return many.fold(Array.from(texts, (element) => element.textContent).join("\n"));
  }
};

/** Elements that are in no page: of HTML that Python made. */
many.parsed = (html) => {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
};

const BEFORE = 8, AFTER = 20; // words of a passage on both sides of the one that was found

/** The passage of an article with these folded words, all of them if there is such: its place, its line, and its text
    in parts, each with whether it is one of the words. */
many.passageIn = (root, words) => {
  const pieces = [...root.querySelectorAll(".k-piece")].map((piece) => [piece, piece.querySelector(".k-text")?.textContent ?? ""]);
  const having = (text, number) => words.filter((word) => text.includes(word)).length >= number;
  const folded = pieces.map(([, text]) => many.fold(text));
  const at = [words.length, 1].map((number) => folded.findIndex((text) => having(text, number))).find((one) => one >= 0);
  if (at === undefined) return null;
  const [piece, text] = pieces[at];
  const all = text.trim().split(/\s+/);
  const isFound = all.map((word) => having(many.fold(word), 1));
  const first = Math.max(0, isFound.indexOf(true));
  const [begin, end] = [Math.max(0, first - BEFORE), first + AFTER];
  const parts = all.slice(begin, end).map((word, n) => [word, isFound[begin + n]]).flatMap((part, n) => (n ? [[" ", false], part] : [part]));
  if (begin > 0) parts.unshift(["… ", false]);
  if (end < all.length) parts.push([" …", false]);
  return { place: piece.id, line: piece.dataset.line, parts };
};

/** What somebody says in an article: by one of `people` (none: by anybody), each with the paragraphs it stands in. */
many.quotesIn = (root, articles, people) => {
  const found = new Map();
  for (const element of root.querySelectorAll(".k-quote")) {
    const { quote, kind, speaker } = element.dataset;
    if (!SPOKEN.has(kind)) continue;
    const person = speaker ? articles.person(speaker) : "";
    if (people.length && !people.includes(person)) continue;
    if (!found.has(quote)) {
      found.set(quote, { ...element.dataset, person, place: element.id, texts: new Set() });
    }
    found.get(quote).texts.add(element.closest(".k-text"));
  }
  return [...found.values()];
};

/** The pictures of an article: of one of `agencies` (none: all), each with the place of its caption or credit. */
many.picturesIn = (root, article, agencies) => {
  const pieces = [...root.querySelectorAll(".k-piece")]
    .filter((piece) => ["caption", "credit", "alt"].includes(piece.dataset.label));
  let from = 0;
  const found = [];
  for (const image of article.row.images) {
    const told = [image.caption, image.credit].filter(Boolean).map((text) => text.replace(/…$/, ""));
    const at = pieces.findIndex((piece, place) => place >= from && told.some((text) => piece.textContent.includes(text)));
    if (at >= 0) from = at;
    if (agencies.length && !(image.agencies.length ? image.agencies : [""]).some((name) => agencies.includes(name))) continue;
    found.push({ ...image, place: pieces[at]?.id ?? article.id, line: pieces[at]?.dataset.line });
  }
  return found;
};

/** What was stripped of an article: by one of `rules` (none: all). */
many.linesIn = (root, rules) => Array.from(root.querySelectorAll(".k-piece[data-stripped]"), (piece) => {
  const { label, rule, line, endLine } = piece.dataset;
  return { label, rule, line, endLine, text: piece.querySelector(".k-text"), place: piece.id };
}).filter(({ rule }) => !rules.length || rules.includes(rule));
