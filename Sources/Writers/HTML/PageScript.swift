/// The script of a page: the headings of a table sort its rows.
///
/// The page is complete without it.
enum PageScript {
    /// Sorts the rows of the body; rows without a value come last in both orders, and totals stay in the foot.
    static let text = """
        for (const table of document.querySelectorAll("table[data-sorts]")) {
          const body = table.tBodies[0], rows = [...body.rows];
          const heads = [...table.tHead.querySelectorAll("[scope=col]")];
          const value = (row, at) => {
            const cell = row.cells[at], text = cell.dataset.v ?? cell.textContent;
            if (cell.matches("th, .t")) return text;
            const latin = text.replace(/[\\u0660-\\u0669]/g, (digit) => digit.charCodeAt() - 0x660)
              .replace("\\u066b", ".");
            const number = Number(latin.replace(/[,\\u066c]/g, ""));
            return text === "" || Number.isNaN(number) ? null : number;
          };
          heads.forEach((head, at) => {
            const button = document.createElement("button");
            button.type = "button";
            button.className = "sort";
            button.append(...head.childNodes);
            head.append(button);
            button.addEventListener("click", () => {
              const down = head.getAttribute("aria-sort") === "ascending";
              for (const other of heads) other.removeAttribute("aria-sort");
              head.setAttribute("aria-sort", down ? "descending" : "ascending");
              const order = (one, two) => {
                const a = value(one, at), b = value(two, at);
                if (a === null || b === null) return (a === null) - (b === null);
                const sign = typeof a === "number" ? a - b : a.localeCompare(b, document.documentElement.lang);
                return down ? -sign : sign;
              };
              body.append(...[...rows].sort(order));
            });
          });
        }
        """
}
