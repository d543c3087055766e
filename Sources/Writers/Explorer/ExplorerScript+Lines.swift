extension ExplorerScript {
    /// Lines along the calendar.
    static let lines = #"""
        const MOST_LINES = 8;

        /** The mark of a line at a point: its shape tells lines of like colours apart; hollow where a period is known in part. */
        const markAt = (order, x, y, isPart = false) => {
          const shapes = ["M-4,0a4,4 0 1 0 8,0a4,4 0 1 0 -8,0z", "M-4,-4h8v8h-8z", "M0,-5L5,4H-5z", "M0,-5.5L5.5,0L0,5.5L-5.5,0z"];
          return draw("path", { d: shapes[order % shapes.length], transform: `translate(${x} ${y})`,
            ...(isPart ? { class: "hollow", style: `stroke:var(--s${order})` } : { class: "s" + order }) });
        };

        /** The periods from the first to the last of some; those without records between them are no members, and have no number. */
        const pointsOf = (time, members) => members.length === 0 ? []
          : time.periods.slice(time.periods.indexOf(members[0]), time.periods.indexOf(members.at(-1)) + 1).map((one) =>
            typeof one === "string" ? { member: NaN, name: one } : { member: one, name: time.members[one - 1][1] });

        /** One line for each member of a dimension along the calendar: named at its end, or on a narrow page below the drawing. */
        const linesOf = (grid, choice, isAcross, notes) => {
          const time = axes[isAcross ? choice.columns : choice.rows];
          const series = isAcross ? axes[choice.rows] : axes[choice.columns];
          const periods = known(isAcross ? grid.columnMembers : grid.rowMembers).sort((a, b) => a - b);
          const isDated = (member) => codeOf(time, member) !== "_U";
          const points = pointsOf(time, periods.filter(isDated));
          const members = series ? known(isAcross ? grid.rowMembers : grid.columnMembers) : [TOTAL];
          const value = (member, period) => isAcross ? grid.value(member, period) : grid.value(period, member);
          const values = members.flatMap((member) => points.map((point) => value(member, point.member)))
            .filter((one) => !Number.isNaN(numberOf(one)));
          if (values.length === 0 || points.length < 2) return null;
          // The scale names the ends and 0 by figures of the table.
          const ordered = values.sort((a, b) => numberOf(a) - numberOf(b));
          const scale = [ordered[0], ordered.at(-1)].map((one) => [numberOf(one), one.shown]);
          const ticks = [[0, counted(0)], ...scale.filter(([number], at) => at === 0 ? number < 0 : number > 0)];
          const least = Math.min(0, scale[0][0]), most = Math.max(0, scale[1][0]), span = most - least || 1;
          const left = 18 + LETTER * Math.max(...ticks.map(([, text]) => text.length));
          const right = layout.width - (layout.isNarrow ? 24 : 230), top = 24, bottom = layout.isNarrow ? 230 : 290;
          const x = (at) => left + at * (right - left) / (points.length - 1);
          const y = (number) => bottom - (number - least) / span * (bottom - top);
          const parts = ticks.flatMap(([number, text]) => [
            draw("line", { x1: across(left), x2: across(right), y1: y(number), y2: y(number) }),
            label(text, left - 10, y(number) + 4, { ends: true, kind: "a" })]);
          const dates = points.map(({ name }) => name);
          const every = Math.ceil((Math.max(...dates.map((text) => text.length)) + 2) * LETTER * points.length / (right - left));
          dates.forEach((text, at) => {
            if ((dates.length - 1 - at) % every === 0) parts.push(draw("text", { x: across(x(at)), y: bottom + 20, class: "a mid" }, text));
          });
          const ends = [];
          members.forEach((member, order) => {
            const line = points.map((point, at) => ({ x: across(x(at)), number: numberOf(value(member, point.member)), point, isPart: isInPart(time, point.member) }));
            // A gap in what is known parts a line.
            line.forEach((one, at) => {
              const before = line[at - 1];
              if (at === 0 || Number.isNaN(one.number) || Number.isNaN(before.number)) return;
              const kind = one.isPart || before.isPart ? " dash" : "";
              parts.push(draw("polyline", { class: "s" + order + kind, points: `${before.x},${y(before.number)} ${one.x},${y(one.number)}` }));
            });
            const marked = line.filter(({ number }) => !Number.isNaN(number));
            for (const { x, number, isPart } of marked) parts.push(markAt(order, x, y(number), isPart));
            if (marked.length === 0) return;
            const { number, point } = marked.at(-1);
            // A line that ends earlier says when.
            const figure = value(member, point.member).shown + (point === points.at(-1) ? "" : ` (${point.name})`);
            const letters = layout.isNarrow ? Math.floor(layout.width / LETTER) - 6 : 27;
            const name = series ? short(nameOf(series, member), Math.max(8, letters - figure.length)) + " " : "";
            ends.push({ y: y(number), text: name + figure, order });
          });
          let height = bottom + 32;
          if (layout.isNarrow) {
            for (const one of ends) [one.x, one.y, height] = [left - 10, height + 6, height + 20];
          } else {
            // Names that would lie upon each other are moved apart.
            ends.sort((a, b) => a.y - b.y);
            ends.forEach((one, at) => { if (at > 0) one.y = Math.max(one.y, ends[at - 1].y + 16); });
            const lowest = ends.at(-1).y - bottom;
            if (lowest > 0) ends.forEach((one) => { one.y -= Math.min(lowest, Math.max(0, one.y - 16)); });
            for (const one of ends) one.x = right + 16;
          }
          for (const { x, y, text, order } of ends) parts.push(markAt(order, across(x), y), label(text, x + 12, y + 5));
          const undated = periods.find((member) => !isDated(member));
          if (undated !== undefined) notes.push(say(words.withoutUndated, { value: value(TOTAL, undated).shown }));
          return draw("svg", { class: "chart", viewBox: `0 0 ${layout.width} ${height}`, role: "img" }, ...parts);
        };
        """#
}
