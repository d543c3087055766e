extension ExplorerScript {
    /// What is shown as text, CSV and pictures; each says its filters.
    static let downloads = #"""
        /** Words that a spreadsheet program cannot take for a formula, as in all our CSV. */
        const safe = (text) => /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
        const quoted = (text) => /[",\r\n]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
        const filtersIn = (choice) => axes.map((_, at) => at).filter((at) => choice.members[at] !== TOTAL);

        /** What is shown as data: one line for each cell that has records, as `tadrib table -f csv` writes it, with a column for each filter. */
        const csvOf = (choice) => {
          const grid = gridOf(choice), { rows, columns, figure } = choice, { upper } = figures[figure];
          const keys = [rows, columns].filter((at) => at >= 0), filters = filtersIn(choice);
          const cells = grid.rowMembers.flatMap((row) => grid.columnMembers.map((column) => [row, column]))
            .filter(([row, column]) => grid.value(row, column).exists);
          const isOpen = upper !== null
            && cells.some(([row, column]) => grid.value(row, column).data !== grid.value(row, column, upper).data);
          const shown = isOpen ? [figure, upper] : [figure];
          const lines = cells.map(([row, column]) => [
            ...[codeOf(axes[rows], row), ...(columns >= 0 ? [codeOf(axes[columns], column)] : []),
              ...filters.map((at) => codeOf(axes[at], choice.members[at]))].map(safe),
            ...shown.map((at) => grid.value(row, column, at).data),
          ]);
          return [[...[...keys, ...filters].map((at) => axes[at].id), ...shown.map((at) => figures[at].id)].map(safe), ...lines]
            .map((line) => line.map(quoted).join(",") + "\n").join("");
        };

        /** The table as it is shown under its title and filters, with tabs, which spreadsheet programs paste into cells. */
        const textOf = (choice) => {
          const cleaned = (text) => safe(text.replace(/[\t\r\n]+/g, " "));
          const fieldOf = (cell) => cell.tagName === "TH" ? cleaned(cell.textContent) : cell.textContent;
          const lines = [...result.querySelectorAll("tr")].map((row) => [...row.cells].map(fieldOf).join("\t"));
          return [...[titleOf(choice), filtersOf(choice)].filter((text) => text !== "").map(cleaned), ...lines].join("\n");
        };

        /** The chart as a file of its own, under its title and filters, in light colours. */
        const svgOf = (choice) => {
          const shown = result.querySelector("svg").cloneNode(true);
          const { width, height } = shown.viewBox.baseVal;
          const rules = [...document.styleSheets[0].cssRules]
            .filter(({ selectorText }) => selectorText === ":root" || selectorText?.startsWith(".chart "))
            .map((rule) => rule.cssText).join("\n");
          const titles = [titleOf(choice), filtersOf(choice)].filter((text) => text !== "");
          const top = 12 + titles.length * 24, whole = height + top + 8;
          const file = draw("svg", { class: "chart", role: "img", "aria-label": titles.join(". "), viewBox: `0 ${-top} ${width} ${whole}`, width, height: whole },
            draw("style", {}, rules), draw("rect", { class: "ground", x: 0, y: -top, width, height: whole }),
            ...titles.map((text, at) => label(short(text, Math.floor(width / 8)), 0, 20 + 24 * at - top, { kind: at === 0 ? "h" : "a" })),
            ...shown.childNodes);
          return new XMLSerializer().serializeToString(file);
        };

        /** A name that says what is shown: the figure, rows, columns and filters. */
        const fileNameOf = (choice) => [figures[choice.figure].id, axes[choice.rows].id, axes[choice.columns]?.id,
          ...filtersIn(choice).map((at) => axes[at].id + "-" + codeOf(axes[at], choice.members[at]))]
          .filter(Boolean).join("-").replace(/[^\p{L}\p{M}\p{N}_-]+/gu, "-").slice(0, 100);

        const save = (content, ending) => {
          const place = URL.createObjectURL(content);
          make("a", { href: place, download: fileNameOf(current) + ending }).click();
          setTimeout(() => URL.revokeObjectURL(place), 60_000);
        };
        /** An act that saves; where it fails, the status line says so. */
        const saving = (act) => async () => {
          try {
            await act();
          } catch {
            status.textContent = words.notSaved;
          }
        };
        const saveCSV = saving(() => save(new Blob([csvOf(current)], { type: "text/csv;charset=utf-8" }), ".csv"));
        const saveSVG = saving(() => save(new Blob([svgOf(current)], { type: "image/svg+xml" }), ".svg"));
        const savePNG = saving(async () => {
          const image = new Image();
          image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(svgOf(current));
          await image.decode();
          const canvas = make("canvas", { width: image.width * 2, height: image.height * 2 });
          canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
          save(await new Promise((done) => canvas.toBlob(done)), ".png");
        });
        """#
}
