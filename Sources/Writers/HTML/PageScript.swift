/// The script of a page: the headings of a table sort its rows, long tables show the first of them until all are asked for,
/// and boxes that scroll tell on which side there is more.
///
/// The page is complete without it.
enum PageScript {
    static let text = [sorting, cutting, cues].joined(separator: "\n")

    /// Shows the first rows of a long table, and a button for all.
    private static let cutting = """
        for (const table of document.querySelectorAll("table[data-all]")) {
          const button = document.createElement("button");
          button.type = "button";
          button.className = "all";
          button.textContent = table.dataset.all;
          table.classList.add("cut");
          table.parentElement.after(button);
          button.addEventListener("click", () => {
            table.classList.remove("cut");
            table.parentElement.focus();
            button.remove();
          });
        }
        """

    /// Marks a box behind whose edge there is more to scroll to.
    private static let cues = """
        for (const box of document.querySelectorAll(".box")) {
          const cue = () => {
            const rest = box.scrollWidth - box.clientWidth - Math.abs(box.scrollLeft);
            box.classList.toggle("more", rest > 1);
          };
          box.addEventListener("scroll", cue, { passive: true });
          new ResizeObserver(cue).observe(box);
        }
        """

    /// Sorts the rows of the body; rows without a value come last in both orders, and totals stay in the foot.
    private static let sorting = """
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
