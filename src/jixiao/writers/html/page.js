"use strict";
(function () {
  const data = JSON.parse(document.getElementById("data").textContent);
  const box = document.getElementById("number");
  const filter = document.getElementById("filter");
  const list = Array.from(document.querySelectorAll(".finding"));
  let at = -1;
  let opener = null;

  for (const hidden of document.querySelectorAll("#filter, #theme, .hint")) hidden.hidden = false;

  function unmark() {
    for (const element of document.querySelectorAll(".now, .kin")) element.classList.remove("now", "kin");
  }

  function make(name, text, kind) {
    const element = document.createElement(name);
    if (text) element.textContent = text;
    if (kind) element.className = kind;
    return element;
  }

  function words(number) {
    return document.querySelectorAll('mark[data-f~="' + number + '"]');
  }

  function showFinding(item, jump) {
    unmark();
    const number = item.dataset.i;
    at = list.indexOf(item);
    item.classList.add("now");
    item.scrollIntoView({ block: "nearest" });
    const place = document.getElementById("p" + number);
    for (const mark of words(number)) mark.classList.add("now");
    if (place) {
      if (place.classList.contains("pin")) place.classList.add("now");
      if (jump) place.scrollIntoView({ block: "center" });
    }
    item.focus({ preventScroll: true });
  }

  function step(by) {
    const open = list.filter((item) => !item.hidden);
    if (!open.length) return;
    let next = open.indexOf(list[at]) + by;
    if (at < 0) next = by > 0 ? 0 : open.length - 1;
    showFinding(open[(next + open.length) % open.length], true);
  }

  function showNumber(id) {
    const span = document.querySelector('.n[data-n="' + id + '"]');
    if (!span) return;
    const [where, quote, parts] = data.numbers[id];
    unmark();
    span.classList.add("now");
    box.replaceChildren();
    const close = make("button", "×", "close");
    close.type = "button";
    close.setAttribute("aria-label", "Esc");
    close.addEventListener("click", closeNumber);
    box.append(close, make("h2", quote), make("p", where, "where"));
    const rows = make("ul");
    for (const index of parts) rows.append(describe(data.parts[index], id));
    box.append(rows);
    box.hidden = false;
    if (matchMedia("(max-width: 900px)").matches) span.scrollIntoView({ block: "start" });
  }

  function describe(part, id) {
    const [kind, sentence, numbers, finding] = part;
    const row = make("li");
    row.append(make("span", kind, "what"), document.createTextNode(sentence));
    const others = make("div", "", "others");
    for (const other of numbers) {
      if (other === id) continue;
      const span = document.querySelector('.n[data-n="' + other + '"]');
      if (span) span.classList.add("kin");
      const button = make("button", data.numbers[other][1] + " · " + data.numbers[other][0]);
      button.type = "button";
      button.addEventListener("click", function () {
        showNumber(other);
        if (span) span.scrollIntoView({ block: "center" });
      });
      others.append(button);
    }
    if (finding) {
      const button = make("button", data.words.finding + " " + finding);
      button.type = "button";
      button.addEventListener("click", function () {
        closeNumber();
        showFinding(document.getElementById("f" + finding), true);
      });
      others.append(button);
    }
    if (others.childNodes.length) row.append(others);
    return row;
  }

  function closeNumber() {
    box.hidden = true;
    unmark();
    if (opener) opener.focus({ preventScroll: true });
    opener = null;
  }

  function apply() {
    const kinds = new Set(Array.from(filter.querySelectorAll("input:checked"), (input) => input.value));
    const chapter = filter.querySelector("select").value;
    const chapters = new Set();
    for (const item of list) {
      item.hidden = !kinds.has(item.dataset.s) || (chapter !== "" && item.dataset.c !== chapter);
      if (!item.hidden) chapters.add(item.dataset.c);
    }
    for (const head of document.querySelectorAll(".chapter")) head.hidden = !chapters.has(head.dataset.c);
    document.getElementById("nothing").hidden = list.length === 0 || chapters.size > 0;
  }

  document.addEventListener("click", function (event) {
    const number = event.target.closest(".n.live");
    const mark = event.target.closest("mark");
    const where = event.target.closest(".where[href], .pin");
    if (where) {
      const item = document.getElementById("f" + where.getAttribute("href").slice(2));
      event.preventDefault();
      showFinding(item, !where.classList.contains("pin"));
    } else if (number) {
      opener = number;
      showNumber(Number(number.dataset.n));
    } else if (mark) {
      showFinding(document.getElementById("f" + mark.dataset.f.split(" ")[0]), false);
    } else if (!box.hidden && !event.target.closest("#number")) {
      closeNumber();
    }
  });

  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("select")) return;
    if (event.key === "n") step(1);
    else if (event.key === "p") step(-1);
    else if (event.key === "Escape" && !box.hidden) closeNumber();
    else if ((event.key === "Enter" || event.key === " ") && event.target.matches(".n.live")) {
      event.preventDefault();
      opener = event.target;
      showNumber(Number(event.target.dataset.n));
      box.querySelector("button").focus();
    }
  });

  filter.addEventListener("change", apply);
  filter.addEventListener("submit", (event) => event.preventDefault());
  document.getElementById("theme").addEventListener("click", function () {
    const root = document.documentElement;
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  });
})();
