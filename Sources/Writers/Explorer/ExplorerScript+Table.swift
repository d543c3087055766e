extension ExplorerScript {
    /// What is shown, as a grid of values and a table.
    static let table = #"""
        /** An element with attributes and children. */
        const make = (name, attributes = {}, ...children) => {
          const element = document.createElement(name);
          for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
          element.append(...children);
          return element;
        };

        /** The values that a choice shows: members with records in rows and columns, the totals last. */
        const gridOf = (choice) => {
          const slice = sliceOf(choice), { rows, columns } = choice;
          const place = (row, column) => {
            const members = [...choice.members];
            members[rows] = row;
            if (columns >= 0) members[columns] = column;
            return placeOf(slice, members);
          };
          const numbers = (axis) => axis.members.map((_, at) => at + 1);
          const all = columns < 0 ? [] : numbers(axes[columns]);
          let rowMembers = numbers(axes[rows]).filter((row) => place(row, TOTAL) !== undefined);
          const columnMembers = [...all.filter((column) => place(TOTAL, column) !== undefined), TOTAL];
          if (choice.largest) {
            const size = (row) => {
              const number = numberOf(valueOf(slice, choice.figure, place(row, TOTAL)));
              return Number.isNaN(number) ? -Infinity : number;
            };
            rowMembers = rowMembers.map((row) => [row, size(row)]).sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([row]) => row);
          }
          const value = (row, column, figure = choice.figure) => ({
            ...valueOf(slice, figure, place(row, column)), exists: place(row, column) !== undefined,
          });
          return { rowMembers: [...rowMembers, TOTAL], columnMembers, value, isEmpty: place(TOTAL, TOTAL) === undefined };
        };

        /** A value with its upper bound, where headcounts leave it open. */
        const shownOf = (grid, choice, row, column) => {
          const value = grid.value(row, column), { upper } = figures[choice.figure];
          const most = upper === null ? value : grid.value(row, column, upper);
          return most.data === value.data ? value.shown : say(words.range, { least: value.shown, most: most.shown });
        };

        /** What is shown in words: the figure by rows and columns, and the filters. */
        const titleOf = (choice) => {
          const by = [choice.rows, choice.columns].filter((at) => at >= 0).map((at) => axes[at].name);
          return figures[choice.figure].name + ": " + by.join(" × ");
        };
        const filtersOf = (choice) => choice.members
          .map((member, at) => member === TOTAL ? "" : axes[at].name + ": " + nameOf(axes[at], member))
          .filter((text) => text !== "").join("; ");

        /** A browser lays out so many cells at once; the rows beyond are in the CSV file. */
        const MOST_CELLS = 30_000;
        const rowsShown = (grid) => Math.max(1, Math.floor(MOST_CELLS / grid.columnMembers.length));

        const tableOf = (grid, choice) => {
          const row = axes[choice.rows], column = axes[choice.columns];
          const heads = grid.columnMembers.map((member) =>
            make("th", { scope: "col", class: "n" }, column ? nameOf(column, member) : figures[choice.figure].name));
          const line = (member) => make("tr", member === TOTAL ? { class: "total" } : {},
            make("th", { scope: "row" }, nameOf(row, member)),
            ...grid.columnMembers.map((at) => make("td", {}, shownOf(grid, choice, member, at))));
          const caption = [titleOf(choice), filtersOf(choice)].filter((text) => text !== "").join(". ");
          return make("table", {},
            make("caption", { class: "hidden" }, caption),
            make("thead", {}, make("tr", {}, make("th", { scope: "col" }, row.name), ...heads)),
            make("tbody", {}, ...known(grid.rowMembers).slice(0, rowsShown(grid)).map(line), line(TOTAL)));
        };
        """#
}
