(function () {
  const find = document.getElementById("find");
  find.hidden = false;
  find.addEventListener("input", function () {
    const words = find.value.trim().toLowerCase().split(/\s+/);
    for (const row of document.querySelectorAll("table.list tbody tr")) {
      const text = row.textContent.toLowerCase();
      row.hidden = !words.every((word) => text.includes(word));
    }
  });
})();
