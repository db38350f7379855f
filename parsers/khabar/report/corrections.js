/* Corrections by a reader: labels of lines, kinds and speakers of quotations, saved as a corrections.json.
 *
 * What was scraped is only ever read and written as text: elements are made with createElement, words are set with
 * textContent, value and setAttribute. Nothing is sent: the file is a Blob that the browser saves.
 *
 * A document is read from its `.k-article` when that is first on the page, and kept in memory by its source: a page of
 * many articles takes articles out and puts them in again. */
"use strict";
(() => {
  const {
    khabar, FORMAT, KINDS, LABELS, SPEECH, VALUED, language,
    say, word, make, plain, read, snapshot, isChanged, effective, lineOut, quoteOut, isText, isFile,
  } = corrections;
  const MANY = 300;  // lines of an article whose selects get their options only when they are used

  const documents = new Map();  // by source: what is known of each article that was on the page
  const waiting = new Map();  // by source: documents of an opened file whose article was not on the page yet
  const shown = new Map();  // by source: how the controls of the article that is on the page are brought up to date
  const done = [];  // for undo: how the last change is taken back
  let typing = null;  // the control whose change is still the last one
  let editing = false;

  /* ---- changes ---- */

  function change(one, changes, control = null) {
    const before = Object.fromEntries(Object.keys(changes).map((key) => [key, one[key]]));
    if (Object.entries(changes).every(([key, value]) => one[key] === value)) return;
    Object.assign(one, changes);
    if (control === null || typing !== control) done.push(() => Object.assign(one, before));
    typing = control;
    update();
  }

  function undo() {
    done.pop()?.();
    typing = null;
    update();
    tell(say("undone"));
  }

  function unsaved() {
    let count = 0;
    for (const known of documents.values()) {
      for (const one of [...known.lines, ...known.quotes]) count += one.saved !== snapshot(one);
      count += known.looked !== known.savedLooked;
    }
    return count;
  }

  /* ---- the file ---- */

  function file() {
    const corrected = (known) => known.looked || known.kept || [...known.lines, ...known.quotes].some(isChanged);
    const mine = [...documents.values()].filter(corrected);
    const all = mine.map(({ source, lines, quotes }) => ({ source, lines: lines.map(lineOut), quotes: quotes.map(quoteOut) }));
    return { corrections: FORMAT, khabar, documents: [...all, ...waiting.values()] };
  }

  function save() {
    const content = file();
    if (!content.documents.length) return tell(say("nothing"));
    const blob = new Blob([`${JSON.stringify(content, null, 1)}\n`], { type: "application/json" });
    const address = URL.createObjectURL(blob);
    const link = make("a", { href: address, download: "corrections.json", hidden: true });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);  // ms: the browser has begun to save by then
    for (const known of documents.values()) {
      for (const one of [...known.lines, ...known.quotes]) one.saved = snapshot(one);
      known.savedLooked = known.looked;
    }
    typing = null;
    update();
    return tell(say("saved", { n: content.documents.length }));
  }

  async function open(input) {
    const chosen = input.files[0];
    if (!chosen) return;
    let content;
    try {
      content = JSON.parse(await chosen.text());
    } catch {
      content = null;
    }
    input.value = "";  // the same file may be opened again
    if (!isFile(content)) {
      tell(say("not-a-file", { name: chosen.name }));
      return;
    }
    let lost = 0;
    for (const one of content.documents) {
      const known = documents.get(one.source);
      if (known) lost += take(known, one);
      else waiting.set(one.source, one);
    }
    done.length = 0;
    typing = null;
    if (!editing) edit();
    update();
    tell(say("opened", { n: content.documents.length }) + (lost ? ` ${say("lost", { n: lost })}` : ""));
  }

  /** Correct a document as one of a file says; how many of its corrections are about nothing that is there. */
  function take(known, given) {
    let lost = 0;
    known.kept = true;
    const byText = (those) => {
      const found = new Map();
      for (const it of those) {
        const text = plain(it.text);
        if (found.has(text)) found.get(text).push(it);
        else found.set(text, [it]);
      }
      return found;
    };
    const free = new Set([...known.lines, ...known.quotes]);
    const take = (those, one, away, values) => {
      const same = those.get(plain(one.text)) ?? [];
      let nearest = null;
      for (const it of same) if (free.has(it) && (nearest === null || away(it) < away(nearest))) nearest = it;
      if (nearest) {
        free.delete(nearest);
        if (!one.was) return;
        Object.assign(nearest, values);
        nearest.saved = snapshot(nearest);
      } else if (one.was) lost += 1;
    };
    const lines = byText(known.lines);
    for (const one of given.lines) {
      const value = isText(one.value) ? one.value : one.text;
      const values = { label: one.label, value, credit: isText(one.credit) ? one.credit : "" };
      take(lines, one, (it) => Math.abs(it.line - one.line), values);
    }
    const quotes = byText(known.quotes);
    for (const one of given.quotes) {
      const away = (it) => (it.section !== one.section) + (it.paragraph !== one.paragraph) + (it.start !== one.start);
      take(quotes, one, away, { kind: one.kind, speaker: isText(one.speaker) ? one.speaker : "" });
    }
    return lost;
  }

  /* ---- controls ---- */

  const tools = {};
  let told = null;

  function tell(text) {
    told.textContent = text;
  }

  function button(key, act, attributes = {}) {
    const made = make("button", { type: "button", class: `k-button k-edit-${key}`, ...attributes }, say(key));
    made.addEventListener("click", act);
    return made;
  }

  /** The bar with Edit, Undo, Save and Open. */
  function bar() {
    const input = make("input", { type: "file", accept: ".json,application/json", hidden: true, "aria-label": say("open") });
    input.addEventListener("change", () => open(input));
    tools.edit = button("edit", edit, { "aria-pressed": "false" });
    tools.undo = button("undo", undo);
    tools.save = button("save", save);
    tools.open = button("open", () => input.click());
    tools.count = make("span", { class: "k-edit-count", dir: "ltr" });
    told = make("span", { class: "k-edit-told", role: "status", dir: "ltr" });
    tools.more = make("span", { class: "k-edit-more", hidden: true }, tools.undo, tools.save, tools.open, input, tools.count);
    const group = { class: "k-edit-tools", role: "group", "aria-label": say("group"), lang: language };
    const made = make("div", group, tools.edit, tools.more, told);
    document.querySelector(".k-bar").append(made);
  }

  function edit() {
    editing = !editing;
    document.body.classList.toggle("k-editing", editing);
    tools.edit.setAttribute("aria-pressed", String(editing));
    for (const article of document.querySelectorAll(".k-article")) adopt(article);
    update();
    tell(editing ? say("help") : "");
  }

  /** Options of a select, in words. Of long articles only the chosen one, until the select is used. */
  function select(values, part, name, lazy) {
    const made = make("select", { "aria-label": name });
    const fill = () => {
      if (made.options.length === values.length) return;
      const chosen = made.value;
      made.replaceChildren(...values.map((value) => make("option", { value }, word(part, value))));
      made.value = chosen;
    };
    if (lazy) for (const event of ["focus", "pointerdown", "mousedown"]) made.addEventListener(event, fill);
    else fill();
    made.set = (value) => {
      if (made.value === value && made.options.length) return;
      if (lazy && ![...made.options].some((one) => one.value === value)) {
        made.replaceChildren(make("option", { value }, word(part, value)));
      }
      made.value = value;
    };
    return made;
  }

  function field(key, name, attributes = {}) {
    const input = make("input", { type: "text", dir: "auto", autocomplete: "off", "aria-label": name, ...attributes });
    const made = make("label", { class: "k-edit-field" }, make("span", {}, say(key)), input);
    return { made, input };
  }

  const setInput = (input, value) => {
    if (input.value !== value) input.value = value;  // else the cursor would move as somebody types
  };

  /** The control of a line's label, value and credit. */
  function lineControls(one, box, lazy) {
    const told = { n: one.line };
    const label = select(LABELS, "label.", say("label-of", told), lazy);
    label.addEventListener("change", () => change(one, { label: label.value }));
    const value = field("value", say("value-of", told));
    value.input.addEventListener("input", () => change(one, { value: value.input.value }, value.input));
    const credit = field("inner-credit", say("inner-credit-of", told));
    credit.input.addEventListener("input", () => change(one, { credit: credit.input.value }, credit.input));
    box.append(label, value.made, credit.made);
    return () => {
      label.set(one.label);
      setInput(value.input, one.value);
      setInput(credit.input, one.credit);
      value.made.hidden = !VALUED.includes(one.label);
      credit.made.hidden = one.label !== "caption";
    };
  }

  /** The form of a quotation. */
  function quoteControls(one, box, list) {
    const kind = select(KINDS, "kind.", say("kind-of", { n: one.number }), false);
    kind.addEventListener("change", () => change(one, { kind: kind.value }));
    const speaker = field("speaker", say("speaker-of", { n: one.number }), { list, placeholder: say("nobody") });
    speaker.input.addEventListener("input", () => change(one, { speaker: speaker.input.value.trim() }, speaker.input));
    const nobody = button("nobody", () => change(one, { speaker: "" }), { "aria-label": say("nobody-of", { n: one.number }) });
    const begin = one.text.length > 60 ? `${one.text.slice(0, 60)}…` : one.text;
    const legend = make("legend", {}, `${one.number}. `, make("bdi", {}, begin));
    box.append(make("fieldset", { class: "k-edit-quote" }, legend, kind, speaker.made, nobody));
    return () => {
      kind.set(one.kind);
      if (speaker.input.value.trim() !== one.speaker) speaker.input.value = one.speaker;
      const mute = !SPEECH.includes(one.kind);
      speaker.input.disabled = mute;
      nobody.disabled = mute || !one.speaker;
    };
  }

  let lists = 0;

  /** Is it the article that is known by its source? Records can have one id, an address can be saved twice. */
  function isOf(article, known) {
    const texts = [...article.querySelectorAll(".k-piece")].map((piece) => piece.querySelector(".k-text")?.textContent ?? "");
    return texts.length === known.lines.length && texts.every((text, at) => text === known.lines[at].text);
  }

  /** Say why an article has no controls: a file has one document of a source. */
  function refuse(article) {
    if (!editing || article.querySelector(".k-edit-twice")) return;
    const told = make("p", { class: "k-edit k-edit-twice", lang: language }, say("twice"));
    const place = article.querySelector(".k-head");
    if (place) place.append(told);
    else article.prepend(told);
  }

  /** Give an article its controls (once somebody edits), and show what is corrected. */
  function adopt(article) {
    const source = article.dataset.source ?? "";
    if (!documents.has(source)) {
      documents.set(source, read(article));
      const given = waiting.get(source);
      if (given) {
        waiting.delete(source);
        const lost = take(documents.get(source), given);
        if (lost) tell(say("lost", { n: lost }));
      }
    }
    const known = documents.get(source);
    if (!isOf(article, known)) {
      refuse(article);
      return;
    }
    if (article.dataset.kEdited === undefined || (editing && article.dataset.kEdited === "shown")) {
      article.dataset.kEdited = editing ? "controls" : "shown";
      shown.set(source, { article, refresh: dress(article, known) });
    }
    shown.get(source)?.refresh();
  }

  function dress(article, known) {
    const pieces = [...article.querySelectorAll(".k-piece")];
    const updates = [];
    const was = pieces.map((piece) => {
      const found = piece.querySelector(":scope > .k-was") ?? make("div", { class: "k-was", hidden: true, lang: language });
      piece.append(found);
      return found;
    });
    const quoted = new Map();
    for (const one of known.quotes) quoted.set(one.at, [...(quoted.get(one.at) ?? []), one]);
    if (editing) {
      updates.push(head(article, known));
      const list = `k-speakers-${(lists += 1)}`;
      const speakers = [...new Set(known.quotes.flatMap((one) => [one.was.speaker, one.speaker]).filter(Boolean))];
      article.append(make("datalist", { id: list }, ...speakers.map((value) => make("option", { value }))));
      known.lines.forEach((one, at) => {
        const box = make("div", { class: "k-edit", lang: language });
        updates.push(lineControls(one, box, known.lines.length > MANY));
        for (const quote of quoted.get(at) ?? []) updates.push(quoteControls(quote, box, list));
        pieces[at]?.append(box);
      });
    }
    updates.push(() => known.lines.forEach((one, at) => badge(pieces[at], was[at], one, quoted.get(at) ?? [])));
    return () => updates.forEach((update) => update());
  }

  /** The button by which a reader says that an article is right as it is. */
  function head(article, known) {
    const act = () => change(known, { looked: !known.looked });
    const looked = button("looked", act);
    const box = make("div", { class: "k-edit k-edit-head", lang: language }, looked);
    article.querySelector(".k-head").append(box);
    return () => looked.setAttribute("aria-pressed", String(known.looked));
  }

  /** What is said of a line that is corrected, and of its quotations. */
  function badge(piece, place, line, quotes) {
    const parts = [];
    if (line.label !== line.was.label) {
      const told = say("now", { now: word("label.", line.label), was: word("label.", line.was.label) });
      parts.push([make("bdi", {}, told)]);
    } else if (isChanged(line)) parts.push([make("bdi", {}, say("revalued"))]);
    for (const one of quotes.filter(isChanged)) {
      const who = effective(one, "speaker");
      const told = make("bdi", {}, `${one.number}. ${word("kind.", one.kind)}`);
      parts.push([told, ": ", make("bdi", {}, who || say("nobody"))]);
    }
    place.hidden = !parts.length;
    place.replaceChildren(...parts.flatMap((part, at) => (at ? [" · ", ...part] : part)));
    piece?.toggleAttribute("data-corrected", parts.length > 0);
  }

  function update() {
    for (const [source, { article, refresh }] of shown) {
      if (article.isConnected) refresh();
      else shown.delete(source);
    }
    const count = unsaved();
    tools.count.textContent = count ? say("unsaved", { n: count }) : say("all-saved");
    tools.more.hidden = !editing && !count;
    tools.undo.disabled = !done.length;
    tools.count.classList.toggle("k-edit-some", count > 0);
  }

  /* ---- the page ---- */

  addEventListener("beforeunload", (event) => {
    if (!unsaved()) return;
    event.preventDefault();
    event.returnValue = "";  // older browsers ask only then
  });

  function look(nodes) {
    for (const node of nodes) {
      if (!(node instanceof Element)) continue;
      if (node.matches(".k-article")) adopt(node);
      else for (const article of node.querySelectorAll(".k-article")) adopt(article);
    }
  }

  bar();
  look([document.body]);
  new MutationObserver((records) => records.forEach((record) => look(record.addedNodes)))
    .observe(document.body, { childList: true, subtree: true });
})();
