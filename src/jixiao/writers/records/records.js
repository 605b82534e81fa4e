"use strict";
(function () {
  const find = document.getElementById("find");
  find.hidden = false;
  find.addEventListener("input", function () {
    const words = find.value.trim().toLowerCase().split(/\s+/);
    for (const one of document.querySelectorAll("details.number")) {
      const text = one.querySelector("summary").textContent.toLowerCase();
      one.hidden = !words.every((word) => text.includes(word));
    }
  });
})();
