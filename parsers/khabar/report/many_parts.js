/* The page of many articles: the parts it is made of. Scraped text gets in as text (`textContent`), never as markup;
   only paragraphs that are quoted from an article are copied, word by word, from the HTML that Python made. */
"use strict";

/** An element. Attributes that are null are left out; children are elements and texts, null is nothing. */
many.make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
};

/** Words of the page itself, which are English in a page of Arabic articles, too. */
many.say = (text, attributes = {}) => many.make("span", { dir: "ltr", ...attributes }, text);

/** Words of the page and what they are of, which may be an article's: "agency: AFP", from left to right as the words. */
many.pair = (label, value) => many.make("span", { dir: "ltr" }, `${label}: `, value);

/** A text of an article, with a direction of its own. */
many.own = (text, attributes = {}) => many.make("bdi", { dir: "auto", ...attributes }, text);

/** The words for a key of words.txt (many.…), `values` in place of {n} and the like. */
many.word = (key, values = {}) => Object.entries(values)
  .reduce((told, [name, value]) => told.replaceAll(`{${name}}`, () => value), many.words[key] ?? key.split(".").at(-1));

/** A number as it is written. */
many.number = (number) => number.toLocaleString(document.documentElement.lang || "en");

/** A number and the words for so many of them. */
many.counted = (number, unit) => `${many.number(number)} ${many.words[`${unit}.${number}`] ?? many.word(unit)}`;

const languages = new Intl.DisplayNames([document.documentElement.lang || "en"], { type: "language", fallback: "code" });

/** What a value of a facet is called. */
many.called = (facet, value) => {
  if (value === "") return many.word(`none.${facet}`);
  if (facet === "month") return `${many.word(`month.${value.slice(5)}`)} ${value.slice(0, 4)}`;
  if (facet !== "language") return value;
  try {
    return languages.of(value);
  } catch {
    return value; // no language's tag
  }
};

/** Is what a value is called a word of the page, not of an article? */
const english = (facet, value) => value === "" || ["language", "month", "year", "rule"].includes(facet);

many.name = (facet, value) => (english(facet, value) ? many.say : many.own)(many.called(facet, value));

const AROUND = 500; // characters of a paragraph before and after what is quoted from it

/** A paragraph of an article, or what of a long one stands round a quotation, which is marked. */
many.context = (text, quote = null) => {
  const article = text.closest(".k-article");
  const copy = many.make("p", { class: "m-context", dir: article?.getAttribute("dir") || "auto",
    lang: article?.getAttribute("lang") || null });
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  let mark = null;
  while (walker.nextNode()) {
    const words = walker.currentNode.data;
    const inside = quote !== null && walker.currentNode.parentElement.closest(".k-quote")?.dataset.quote === quote;
    if (!inside) mark = null;
    else if (!mark) copy.append(mark = many.make("mark", { class: "m-said" }));
    (mark ?? copy).append(words);
  }
  copy.normalize();
  shorten(copy.firstChild, (words) => `… ${words.slice(words.length - AROUND).replace(/^\S*\s/, "")}`);
  shorten(copy.lastChild, (words) => `${words.slice(0, AROUND).replace(/\s\S*$/, "")} …`);
  return copy;
};

/** Cut a text beside a quotation, where it is much too long. */
function shorten(words, cut) {
  if (words?.nodeType === Node.TEXT_NODE && words.parentNode.childElementCount && words.data.length > 2 * AROUND) {
    words.data = cut(words.data);
  }
}

/** A bar that fills this share (0 to 1) of its box. The style sheet has a size for each fiftieth: the page has no
    style attributes. */
many.bar = (share, name) => many.make("span", { class: name, "data-share": Math.ceil(50 * share), "aria-hidden": "true" });

/** Facts on one line, with dots between. */
many.facts = (...parts) => many.make("p", { class: "m-facts" },
  parts.flat().filter(Boolean).flatMap((part, at) => (at ? [" · ", part] : [part])));

const FIRST = 50; // entries of a list that are made at once; more come when the end of the list is near

/** A list that grows as it is read. `entries`: an iterator (it may be asynchronous) of elements; `total`: how many
    there will be, `start`: how many are made at once (at least a `step`). Gives the box; `box.shown` says how many there are. */
many.list = async (entries, { total, start = 0, step = FIRST }) => {
  const { make, say, word, number } = many;
  const list = make("ol", { class: "m-list" });
  const more = make("button", { type: "button" });
  const rest = make("button", { type: "button" }, say(word("show-all", { n: number(total) })));
  const buttons = make("p", { class: "m-buttons" }, more, rest);
  const box = make("div", {}, list, buttons);
  let growing = false;
  const grow = async (most) => {
    if (growing) return;
    growing = true;
    const made = [];
    for (let next; made.length < most && !(next = await entries.next()).done;) made.push(next.value);
    const from = document.activeElement;
    list.append(...made);
    box.shown += made.length;
    const left = made.length < most ? 0 : total - box.shown;
    buttons.hidden = left <= 0;
    if (buttons.hidden && buttons.contains(from)) made[0]?.querySelector("a")?.focus();
    more.replaceChildren(say(word("show-more", { n: number(Math.min(step, left)) })));
    growing = false;
  };
  box.shown = 0;
  more.addEventListener("click", () => grow(step));
  rest.addEventListener("click", () => grow(Infinity));
  await grow(Math.max(start, step));
  new IntersectionObserver((seen) => {
    if (seen.some((one) => one.isIntersecting) && !buttons.hidden) grow(step);
  }, { rootMargin: "800px" }).observe(buttons);
  return box;
};
