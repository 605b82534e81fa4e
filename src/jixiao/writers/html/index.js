"use strict";
(function () {
  document.getElementById("hint").hidden = false;

  function value(row, column) {
    let at = 0;
    for (const cell of row.cells) {
      if (column < at + cell.colSpan) return cell.colSpan > 1 ? "" : cell.textContent.trim();
      at += cell.colSpan;
    }
    return "";
  }

  function sort(table, column, down) {
    const body = table.tBodies[0];
    const rows = Array.from(body.rows, (row) => [row, value(row, column)]);
    const number = (text) => (text === "" || text === "—" ? null : Number(text));
    const numeric = rows.every(([, text]) => !Number.isNaN(number(text)));
    rows.sort(function (a, b) {
      const [left, right] = numeric ? [number(a[1]), number(b[1])] : [a[1], b[1]];
      if (left === right) return 0;
      if (left === null || left === "") return 1;
      if (right === null || right === "") return -1;
      const order = numeric ? left - right : left.localeCompare(right, "zh");
      return down ? -order : order;
    });
    body.append(...rows.map(([row]) => row));
  }

  for (const table of document.querySelectorAll("table.list")) {
    Array.from(table.tHead.rows[0].cells).forEach(function (head, column) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", function () {
        const down = head.getAttribute("aria-sort") === null ? column > 1 : head.getAttribute("aria-sort") === "ascending";
        for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        sort(table, column, down);
      });
    });
  }
})();
