/* What can be corrected in an article: read from its `.k-article`, and as it is written in a corrections.json.
 * Nothing here changes the page or keeps a state. */
"use strict";
const corrections = (() => {
  const TABLE = JSON.parse(document.getElementById("k-words")?.textContent ?? "{}");
  const language = TABLE.language ?? "en";
  const FORMAT = 1;
  const VALUED = ["caption", "credit"];  // labels whose text may have a marker round its value
  const SPEECH = ["direct", "partial"];  // kinds that have a speaker

  const names = (part) => Object.keys(TABLE).filter((key) => key.startsWith(part)).map((key) => key.slice(part.length));
  const LABELS = names("label.");
  const KINDS = names("kind.");

  function say(key, values = {}) {
    const number = values.n === 1 && TABLE[`edit.${key}.1`] !== undefined ? `${key}.1` : key;
    let told = TABLE[`edit.${number}`] ?? key;
    for (const [name, value] of Object.entries(values)) told = told.replace(`{${name}}`, () => value);
    return told;
  }

  const word = (part, value) => TABLE[part + value] ?? value;

  function make(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value === true) made.setAttribute(key, "");
      else if (value !== null && value !== false) made.setAttribute(key, value);
    }
    made.append(...children);  // strings become text
    return made;
  }

  /* ---- what an article says ---- */

  const number = (text) => (text === undefined || text === "" ? null : Number(text));
  const plain = (text) => text.normalize("NFC").replace(/\s+/gu, " ").trim();

  function readLine(piece) {
    const text = piece.querySelector(".k-text")?.textContent ?? "";
    const values = [...piece.querySelectorAll(".k-text .k-value")];
    const inner = values.find((one) => one.dataset.part === "credit");
    const label = piece.dataset.label ?? "unknown";
    const isCaption = label === "caption";
    const line = {
      line: number(piece.dataset.line) ?? 1,
      end_line: number(piece.dataset.endLine) ?? number(piece.dataset.line) ?? 1,
      text,
      rule: piece.dataset.rule ?? null,
      label,
      value: VALUED.includes(label) ? (values.find((one) => one !== inner)?.textContent ?? text) : text,
      credit: isCaption ? (inner?.textContent ?? "") : "",
    };
    return begun(line, ["label", "value", "credit"]);
  }

  function readQuotes(article) {
    const quotes = new Map();
    for (const part of article.querySelectorAll("q.k-quote[data-quote]")) {
      const { quote, kind, speaker, section, paragraph, start, end } = part.dataset;
      const known = quotes.get(quote);
      if (known) {
        known.text += (known.piece === part.closest(".k-piece") ? "" : "\n\n") + part.textContent;
        known.piece = part.closest(".k-piece");
        continue;
      }
      quotes.set(quote, {
        number: quote,
        first: part.closest(".k-piece"),
        piece: part.closest(".k-piece"),
        text: part.textContent,
        section: number(section),
        paragraph: number(paragraph),
        start: number(start) ?? 0,
        end: number(end) ?? 0,
        kind: kind ?? "direct",
        speaker: speaker ?? "",
      });
    }
    return [...quotes.values()];
  }

  /** What can be corrected, with what khabar had (`was`) and what is in a file (`saved`). */
  function begun(one, keys) {
    one.keys = keys;
    one.was = Object.fromEntries(keys.map((key) => [key, one[key]]));
    one.saved = snapshot(one);
    return one;
  }

  const snapshot = (one) => JSON.stringify(one.keys.map((key) => one[key]));
  const isChanged = (one) => one.keys.some((key) => effective(one, key) !== effective(one.was, key));

  /** A value as it counts: a credit within a line that is no caption does not, nor does the speaker of a term. */
  function effective(one, key) {
    if (key === "value") return VALUED.includes(one.label) ? one.value : null;
    if (key === "credit") return one.label === "caption" ? one.credit : "";
    if (key === "speaker") return SPEECH.includes(one.kind) ? one.speaker : "";
    return one[key];
  }

  function read(article) {
    const pieces = [...article.querySelectorAll(".k-piece")];
    const quotes = readQuotes(article);
    return {
      source: article.dataset.source ?? "",
      lines: pieces.map(readLine),
      quotes: quotes.map(({ first, piece, ...one }) => begun({ ...one, at: pieces.indexOf(first) }, ["kind", "speaker"])),
      looked: false,
      savedLooked: false,
      kept: false,  // it is in a file that was opened
    };
  }

  /* ---- as in a file ---- */

  function lineOut(one) {
    const value = effective(one, "value");
    const credit = effective(one, "credit");
    const out = { line: one.line, end_line: one.end_line, text: one.text, label: one.label };
    if (value !== null && value !== one.text) out.value = value;
    if (credit) out.credit = credit;
    if (isChanged(one)) {
      out.was = one.was.label;
      const before = effective(one.was, "value") ?? one.text;
      if (value !== null && value !== before) out.was_value = before;
      if (credit !== effective(one.was, "credit")) out.was_credit = effective(one.was, "credit");
    }
    if (one.rule) out.rule = one.rule;
    return out;
  }

  function quoteOut(one) {
    const { text, kind, section, paragraph, start, end } = one;
    const out = { text, kind, speaker: effective(one, "speaker") || null, section, paragraph, start, end };
    if (isChanged(one)) out.was = { kind: one.was.kind, speaker: one.was.speaker || null };
    return out;
  }

  /* ---- what a file may hold ---- */

  const isText = (value) => typeof value === "string";
  const isNothing = (value) => value === undefined || value === null;
  const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
  const maybe = (is, ...values) => values.every((value) => isNothing(value) || is(value));
  const from = (least) => (value) => Number.isInteger(value) && value >= least;

  const isLine = (one) =>
    isText(one?.text) && LABELS.includes(one.label) && from(1)(one.line) && maybe(from(one.line), one.end_line) &&
    maybe((was) => LABELS.includes(was), one.was) &&
    maybe(isText, one.value, one.credit, one.was_value, one.was_credit, one.rule);
  const isQuote = (one) =>
    isText(one?.text) && KINDS.includes(one.kind) && maybe(isText, one.speaker) && from(0)(one.start) && from(0)(one.end) &&
    maybe(from(0), one.section, one.paragraph) && maybe(isObject, one.was) &&
    maybe(isText, one.was?.speaker) && (one.was?.kind === undefined || KINDS.includes(one.was.kind));
  /** As khabar takes it: what is opened here is saved again with the rest. */
  const isDocument = (one) =>
    isText(one?.source) && Array.isArray(one.lines) && Array.isArray(one.quotes) &&
    one.lines.every(isLine) && one.quotes.every(isQuote);
  const isFile = (content) =>
    content?.corrections === FORMAT && maybe(isText, content.khabar) && Array.isArray(content.documents) &&
    content.documents.every(isDocument) &&
    new Set(content.documents.map((one) => one.source)).size === content.documents.length;

  return {
    khabar: TABLE.khabar,
    FORMAT, KINDS, LABELS, SPEECH, VALUED, language,
    say, word, make, plain, read, snapshot, isChanged, effective, lineOut, quoteOut, isText, isFile,
  };
})();
