"use strict";
// The report: buttons, keys, and which speaker is lit. It makes no markup; it shows and hides what is there.
(() => {
  const root = document.documentElement;
  root.classList.add("k-js");
  const find = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const kept = {
    get(name) { try { return localStorage.getItem(`khabar-${name}`); } catch { return null; } },
    set(name, value) { try { localStorage.setItem(`khabar-${name}`, value); } catch { /* private window */ } },
  };

  // what is shown: a list of hidden labels on the root, obeyed by the style sheet, also by articles that come later
  const hidden = new Set();
  function show() {
    root.dataset.hide = [...hidden].join(" ");
    for (const button of all(".k-toggle")) {
      const pressed = String(!hidden.has(button.dataset.toggle));
      if (button.getAttribute("aria-pressed") !== pressed) button.setAttribute("aria-pressed", pressed);
    }
  }
  function toggle(label) {
    if (!hidden.delete(label)) hidden.add(label);
    show();
  }

  function toggleRules() {
    const shown = root.toggleAttribute("data-rules");
    find("#k-rules-button")?.setAttribute("aria-pressed", String(shown));
  }

  // colours: as the system says, light, dark
  const themes = ["auto", "light", "dark"];
  function setTheme(theme) {
    if (theme === "auto") delete root.dataset.theme; else root.dataset.theme = theme;
    const button = find("#k-theme");
    if (button) find(".k-state", button).textContent = button.dataset[theme];
  }
  let theme = themes.includes(kept.get("theme")) ? kept.get("theme") : "auto";
  function nextTheme() {
    theme = themes[(themes.indexOf(theme) + 1) % themes.length];
    kept.set("theme", theme);
    setTheme(theme);
  }

  // moving about
  const visible = (element) => element.getClientRects().length > 0;
  function move(selector, step) {
    const places = all(selector).filter(visible);
    if (!places.length) return;
    const here = document.activeElement;
    const now = places.findIndex((place) => place === here || place.contains(here));
    let next = now + step;
    if (now < 0) { // from what is in the window
      const below = places.findIndex((place) => place.getBoundingClientRect().top >= 80);
      next = step > 0 ? (below < 0 ? places.length - 1 : below) : (below < 0 ? places.length : below) - 1;
    }
    const place = places[Math.max(0, Math.min(places.length - 1, next))];
    place.focus({ preventScroll: true });
    place.scrollIntoView({ block: "center" });
  }

  const help = () => find("#k-help");
  const actions = {
    j: () => move(".k-quote[id]", 1), n: () => move(".k-quote[id]", 1),
    k: () => move(".k-quote[id]", -1), p: () => move(".k-quote[id]", -1),
    s: () => move(".k-piece[data-stripped] > .k-line", 1), S: () => move(".k-piece[data-stripped] > .k-line", -1),
    h: () => toggle("stripped"),
    r: toggleRules,
    t: nextTheme,
    "?": () => help()?.showModal(),
  };
  const typing = (target) => target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]");
  document.addEventListener("keydown", (event) => {
    root.classList.remove("k-calm");
    if (event.key === "Escape" && !help()?.open) {
      root.classList.add("k-calm"); // a note in the way goes
      document.activeElement?.matches(".k-quote, .k-line, .k-who") && document.activeElement.blur();
      return;
    }
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (help()?.open || (find("#k-keys-on") && !find("#k-keys-on").checked)) return;
    const action = Object.hasOwn(actions, event.key) && actions[event.key];
    if (action) { event.preventDefault(); action(); }
  });
  document.addEventListener("pointermove", () => root.classList.remove("k-calm"), { passive: true });

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("button");
    if (!button) return;
    if (button.matches(".k-toggle")) toggle(button.dataset.toggle);
    else if (button.id === "k-rules-button") toggleRules();
    else if (button.id === "k-theme") nextTheme();
    else if (button.id === "k-help-button") help().showModal();
    else if (button.id === "k-help-close") help().close();
  });
  find("#k-keys-on")?.addEventListener("change", (event) => kept.set("keys", event.target.checked ? "on" : "off"));

  // a speaker under the pointer, or with the focus, lights what he or she said
  function light(event) {
    const speaker = event.target.closest?.(".k-speaker");
    for (const quote of all(".k-lit")) quote.classList.remove("k-lit");
    if (!speaker || event.type === "pointerout" || event.type === "focusout") return;
    const name = speaker.dataset.speaker;
    if (name === undefined) return;
    for (const quote of all(".k-quote", speaker.closest(".k-article"))) {
      if (quote.dataset.speaker === name) quote.classList.add("k-lit");
    }
  }
  for (const type of ["pointerover", "pointerout", "focusin", "focusout"]) document.addEventListener(type, light);

  setTheme(theme);
  if (kept.get("keys") === "off" && find("#k-keys-on")) find("#k-keys-on").checked = false;
  show();
  const main = find("main");
  if (main) new MutationObserver(show).observe(main, { childList: true, subtree: true });
})();
