"use strict";
(function () {
  const figures = JSON.parse(document.getElementById("figures").textContent);
  const panel = document.getElementById("panel");
  const places = new Map();
  for (const element of document.querySelectorAll("data[data-f]")) {
    const id = Number(element.dataset.f);
    if (!places.has(id)) places.set(id, []);
    places.get(id).push(element);
    element.tabIndex = 0;
    element.setAttribute("role", "button");
  }
  document.querySelector(".hint").hidden = false;
  document.querySelector("main").classList.add("live");
  let now = null;
  let returning = false;

  function part(name) { return panel.querySelector(name); }

  function unmark() {
    for (const element of document.querySelectorAll("data.same, data.kin, data.now")) element.classList.remove("same", "kin", "now");
  }

  function show(id, at) {
    const [name, words, how, parts] = figures[id];
    const same = places.get(id) || [];
    unmark();
    for (const element of same) element.classList.add("same");
    for (const other of parts) for (const element of places.get(other) || []) element.classList.add("kin");
    if (same[at]) same[at].classList.add("now");
    now = [id, at];
    part(".which").textContent = name;
    part(".much").textContent = words;
    part(".how").textContent = (parts.length ? "＝ " : "") + how;
    part(".parts").replaceChildren(...parts.map(function (other) {
      const item = document.createElement("li");
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = figures[other][0] + "　" + figures[other][1];
      button.addEventListener("click", () => go(other, 0));
      item.append(button);
      return item;
    }));
    part(".where").hidden = same.length < 2;
    part(".where span").textContent = "共 " + same.length + " 处，第 " + (at + 1) + " 处";
    panel.hidden = false;
  }

  function go(id, at) {
    show(id, at);
    const place = (places.get(id) || [])[at];
    if (place) place.scrollIntoView({ block: "center" });
  }

  function pick(element) {
    const id = Number(element.dataset.f);
    show(id, places.get(id).indexOf(element));
  }

  function close() {
    panel.hidden = true;
    unmark();
    const place = now && (places.get(now[0]) || [])[now[1]];
    now = null;
    returning = true; // to come back to a figure must not open the panel again
    if (place) place.focus({ preventScroll: true });
    returning = false;
  }

  document.addEventListener("click", function (event) {
    const element = event.target.closest("data[data-f]");
    if (element) pick(element);
    else if (event.target.closest(".away")) close();
    else if (event.target.dataset && event.target.dataset.step) {
      const many = places.get(now[0]).length;
      go(now[0], (now[1] + Number(event.target.dataset.step) + many) % many);
    } else if (!panel.hidden && !event.target.closest("#panel")) close();
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && !panel.hidden) close();
    else if ((event.key === "Enter" || event.key === " ") && event.target.matches("data[data-f]")) {
      event.preventDefault();
      pick(event.target);
      part(".away").focus();
    }
  });
  document.addEventListener("focusin", function (event) {
    if (!returning && event.target.matches("data[data-f]") && event.target.matches(":focus-visible")) pick(event.target);
  });
})();
