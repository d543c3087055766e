extension ExplorerScript {
    /// Bars, or lines where rows or columns are parts of the calendar.
    static let chart = #"""
        const WIDTH = 736, LABELS = 190, MOST_BARS = 30, MOST_PANELS = 5, MOST_LINES = 8;

        /** An element of a drawing; in a page that runs from right to left it is mirrored, but not its words. */
        const draw = (name, attributes = {}, ...children) => {
          const element = document.createElementNS("http://www.w3.org/2000/svg", name);
          for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
          element.append(...children);
          return element;
        };
        const across = (x, width = 0) => isRightToLeft ? WIDTH - x - width : x;
        /** Words that begin at x, in the direction of reading, or end there. */
        const label = (text, x, y, { ends = false, kind = "" } = {}) => {
          const isEnd = ends !== isRightToLeft;
          return draw("text", { x: across(x), y, class: (isEnd ? "end " : "") + kind }, text);
        };
        const short = (text, most) => text.length > most ? text.slice(0, most - 1) + "…" : text;

        /** Horizontal bars: one panel, or one for each member of the columns, all to one scale. */
        const barsOf = (grid, choice, columns) => {
          const { upper } = figures[choice.figure];
          const rows = grid.rowMembers.filter((row) => row !== TOTAL).slice(0, MOST_BARS);
          const mostOf = (row, column) => Math.max(...[grid.value(row, column), upper === null ? { data: "NaN" }
            : grid.value(row, column, upper)].map(numberOf).filter((number) => !Number.isNaN(number)), 0);
          const numbers = rows.flatMap((row) => columns.map((column) => mostOf(row, column)));
          const most = Math.max(...numbers);
          if (!(most > 0)) return null;
          const panel = (WIDTH - LABELS) / columns.length, room = panel - (upper === null ? 62 : 96);
          const top = columns.length > 1 ? 30 : 8, height = top + rows.length * 24 + 4;
          const parts = [];
          columns.forEach((column, at) => {
            const start = LABELS + at * panel;
            if (columns.length > 1) {
              parts.push(label(short(nameOf(axes[choice.columns], column), Math.floor(panel / 7)), start, 16, { kind: "b" }));
            }
            rows.forEach((row, line) => {
              const y = top + line * 24, value = grid.value(row, column), number = numberOf(value);
              const length = (amount) => Math.max(0, amount) / most * room;
              if (upper !== null) {
                const end = length(mostOf(row, column));
                parts.push(draw("rect", { x: across(start, end), y: y + 3, width: end, height: 16, class: "open" }));
              }
              const end = Number.isNaN(number) ? 0 : length(number);
              parts.push(draw("rect", { x: across(start, end), y: y + 3, width: end, height: 16, class: "bar" }));
              parts.push(label(shownOf(grid, choice, row, column), start + length(mostOf(row, column)) + 5, y + 16, { kind: "v" }));
            });
          });
          rows.forEach((row, line) =>
            parts.push(label(short(nameOf(axes[choice.rows], row), 27), LABELS - 8, top + line * 24 + 16, { ends: true })));
          return draw("svg", { class: "chart", viewBox: `0 0 ${WIDTH} ${height}`, role: "img" }, ...parts);
        };

        /** One line for each member of a dimension along the calendar; each is named at its end. */
        const linesOf = (grid, choice, isAcross) => {
          const time = axes[isAcross ? choice.columns : choice.rows];
          const series = isAcross ? axes[choice.rows] : axes[choice.columns];
          const isKnown = (member) => member !== TOTAL && codeOf(time, member) !== "_U";
          const points = (isAcross ? grid.columnMembers : grid.rowMembers).filter(isKnown).sort((a, b) => a - b);
          const members = series ? (isAcross ? grid.rowMembers : grid.columnMembers).filter((member) => member !== TOTAL) : [TOTAL];
          const value = (member, point) => isAcross ? grid.value(member, point) : grid.value(point, member);
          const numbers = members.flatMap((member) => points.map((point) => numberOf(value(member, point))))
            .filter((number) => !Number.isNaN(number));
          if (numbers.length === 0 || points.length < 2) return null;
          const most = Math.max(...numbers, 0), least = Math.min(...numbers, 0), span = most - least || 1;
          const left = 20, right = WIDTH - 210, top = 24, bottom = 290;
          const x = (at) => left + at * (right - left) / (points.length - 1);
          const y = (number) => bottom - (number - least) / span * (bottom - top);
          const parts = [draw("line", { x1: across(left), x2: across(right), y1: y(0), y2: y(0) })];
          const every = Math.ceil(points.length * 44 / (right - left));
          points.forEach((point, at) => {
            if (at % every === 0) parts.push(draw("text", { x: across(x(at)), y: bottom + 20, class: "a mid" }, nameOf(time, point)));
          });
          const ends = [];
          members.forEach((member, order) => {
            const known = points.map((point, at) => [x(at), numberOf(value(member, point)), point]).filter(([, number]) => !Number.isNaN(number));
            if (known.length === 0) return;
            // A gap in what is known parts a line; a part of one point is a dot.
            let run = [];
            const flush = () => {
              if (run.length > 1) parts.push(draw("polyline", { class: "s" + order, points: run.join(" ") }));
              else if (run.length === 1) parts.push(draw("circle", { class: "s" + order, cx: run[0].split(",")[0], cy: run[0].split(",")[1], r: 3 }));
              run = [];
            };
            points.forEach((point, at) => {
              const number = numberOf(value(member, point));
              if (Number.isNaN(number)) flush();
              else run.push(`${across(x(at))},${y(number)}`);
            });
            flush();
            const [end, number, point] = known[known.length - 1];
            const name = series ? short(nameOf(series, member), 18) + " " : "";
            ends.push({ end, y: y(number), text: name + value(member, point).shown, order });
          });
          // Names that would lie upon each other are moved apart.
          ends.sort((a, b) => a.y - b.y);
          ends.forEach((one, at) => { if (at > 0) one.y = Math.max(one.y, ends[at - 1].y + 16); });
          const lowest = ends[ends.length - 1].y - bottom;
          if (lowest > 0) ends.forEach((one) => { one.y -= Math.min(lowest, Math.max(0, one.y - 16)); });
          for (const { end, y: height, text, order } of ends) {
            parts.push(draw("rect", { x: across(right + 8, 10), y: height - 5, width: 10, height: 10, class: "s" + order }));
            parts.push(label(text, right + 24, height + 5));
          }
          return draw("svg", { class: "chart", viewBox: `0 0 ${WIDTH} ${bottom + 32}`, role: "img" }, ...parts);
        };

        /** The chart of what is shown, and what it leaves out. @returns {{ svg: Element | null, notes: string[] }} */
        const chartOf = (grid, choice) => {
          const known = (members) => members.filter((member) => member !== TOTAL);
          const rows = known(grid.rowMembers), columns = known(grid.columnMembers), notes = [];
          const isTime = (at) => at >= 0 && axes[at].isTime;
          // A line says one number: what lies between two is drawn as bars.
          const { upper } = figures[choice.figure];
          const isOpen = upper !== null && grid.rowMembers.some((row) => grid.columnMembers.some((column) =>
            grid.value(row, column).data !== grid.value(row, column, upper).data));
          let svg = null;
          if (isOpen) svg = null;
          else if (isTime(choice.rows) && columns.length <= MOST_LINES) svg = linesOf(grid, choice, false);
          else if (isTime(choice.columns) && rows.length <= MOST_LINES) svg = linesOf(grid, choice, true);
          if (svg === null) {
            const fits = choice.columns >= 0 && columns.length > 0 && columns.length <= MOST_PANELS;
            svg = barsOf(grid, choice, fits ? columns : [TOTAL]);
            if (svg !== null && choice.columns >= 0 && !fits) notes.push(words.chartOfTotals);
            if (svg !== null && rows.length > MOST_BARS) notes.push(say(words.chartCut, { shown: counted(MOST_BARS), all: counted(rows.length) }));
          }
          if (svg === null) notes.push(words.chartOfNothing);
          else svg.setAttribute("aria-label", say(words.chartLabel, { title: titleOf(choice) }));
          return { svg, notes };
        };
        """#
}
