extension ExplorerScript {
    /// What all drawings are made of.
    static let drawing = #"""
        /** The sizes of a drawing, by the room that the page has for it. */
        const layout = { width: 736, labels: 190, isNarrow: false };
        const layOut = (room) => {
          layout.width = Math.min(736, Math.max(280, room));
          layout.isNarrow = layout.width < 560;
          layout.labels = layout.isNarrow ? 120 : 190;
        };
        /** About the width of a letter. */
        const LETTER = 7.4;

        /** An element of a drawing; in a page that runs from right to left it is mirrored, but not its words. */
        const draw = (name, attributes = {}, ...children) => {
          const element = document.createElementNS("http://www.w3.org/2000/svg", name);
          for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
          element.append(...children);
          return element;
        };
        const across = (x, width = 0) => isRightToLeft ? layout.width - x - width : x;
        /** Words that begin at x, in the direction of reading, or end there. */
        const label = (text, x, y, { ends = false, kind = "" } = {}) => {
          const isEnd = ends !== isRightToLeft;
          return draw("text", { x: across(x), y, class: (isEnd ? "end " : "") + kind }, text);
        };
        /** Words of so many letters at most; half a letter would be no XML. */
        const short = (text, most) => {
          const letters = [...text];
          return letters.length > most ? letters.slice(0, most - 1).join("") + "…" : text;
        };
        const known = (members) => members.filter((member) => member !== TOTAL);

        /** The chart of what is shown, and what it leaves out. @returns {{ svg: Element | null, notes: string[] }} */
        const chartOf = (grid, choice) => {
          const rows = known(grid.rowMembers), columns = known(grid.columnMembers), notes = [];
          const isTime = (at) => at >= 0 && axes[at].isTime;
          // A line says one number: what lies between two is drawn as bars.
          const { upper } = figures[choice.figure];
          const isOpen = upper !== null && grid.rowMembers.some((row) => grid.columnMembers.some((column) =>
            grid.value(row, column).data !== grid.value(row, column, upper).data));
          let svg = null;
          if (isOpen) svg = null;
          else if (isTime(choice.rows) && columns.length <= MOST_LINES) svg = linesOf(grid, choice, false, notes);
          else if (isTime(choice.columns) && rows.length <= MOST_LINES) svg = linesOf(grid, choice, true, notes);
          if (svg === null) {
            const most = Math.floor((layout.width - layout.labels) / 100);
            const fits = choice.columns >= 0 && columns.length > 0 && columns.length <= most;
            svg = barsOf(grid, choice, fits ? columns : [TOTAL]);
            if (svg !== null && choice.columns >= 0 && !fits) notes.push(words.chartOfTotals);
            if (svg !== null && rows.length > MOST_BARS) notes.push(say(words.chartCut, { shown: counted(MOST_BARS), all: counted(rows.length) }));
          }
          if (svg === null) notes.push(words.chartOfNothing);
          else svg.setAttribute("aria-label", say(words.chartLabel, { title: titleOf(choice) }));
          return { svg, notes };
        };
        """#

    /// Horizontal bars.
    static let bars = #"""
        const MOST_BARS = 30;

        /** Bars from 0 on: one panel, or one for each member of the columns, all to one scale. */
        const barsOf = (grid, choice, columns) => {
          const { upper } = figures[choice.figure];
          const rows = known(grid.rowMembers).slice(0, MOST_BARS);
          const numbersAt = (row, column) => (upper === null ? [grid.value(row, column)]
            : [grid.value(row, column), grid.value(row, column, upper)]).map(numberOf).filter((number) => !Number.isNaN(number));
          const numbers = rows.flatMap((row) => columns.flatMap((column) => numbersAt(row, column)));
          const most = Math.max(...numbers, 0), least = Math.min(...numbers, 0);
          if (most === least) return null;
          const panel = (layout.width - layout.labels) / columns.length, room = panel - (upper === null ? 62 : 96);
          const top = columns.length > 1 ? 30 : 8, height = top + rows.length * 24 + 4;
          const parts = [];
          columns.forEach((column, at) => {
            const start = layout.labels + at * panel;
            const x = (number) => start + (number - least) / (most - least) * room;
            if (columns.length > 1) {
              parts.push(label(short(nameOf(axes[choice.columns], column), Math.floor(panel / LETTER)), start, 16, { kind: "b" }));
            }
            if (least < 0) parts.push(draw("line", { x1: across(x(0)), x2: across(x(0)), y1: top, y2: height }));
            rows.forEach((row, line) => {
              const y = top + line * 24, numbers = numbersAt(row, column);
              const isPart = isInPart(axes[choice.rows], row) || (choice.columns >= 0 && isInPart(axes[choice.columns], column));
              const bar = (number, kind) => {
                const [from, to] = [Math.min(number, 0), Math.max(number, 0)].map(x);
                parts.push(draw("rect", { x: across(from, to - from), y: y + 3, width: to - from, height: 16, class: kind }));
              };
              if (numbers.length > 1) bar(numbers[1], "open");
              if (numbers.length > 0) bar(numbers[0], isPart ? "part" : "bar");
              parts.push(label(shownOf(grid, choice, row, column), x(Math.max(...numbers, 0)) + 5, y + 16, { kind: "v" }));
            });
          });
          const letters = Math.floor((layout.labels - 8) / LETTER);
          rows.forEach((row, line) =>
            parts.push(label(short(nameOf(axes[choice.rows], row), letters), layout.labels - 8, top + line * 24 + 16, { ends: true })));
          return draw("svg", { class: "chart", viewBox: `0 0 ${layout.width} ${height}`, role: "img" }, ...parts);
        };
        """#
}
