/// The script of an explorer, in parts: the cube and the choice, the table, the charts, what is copied and downloaded, and the controls.
///
/// Figures are looked up in the cube, as texts: the script adds nothing up and rounds nothing.
enum ExplorerScript {
    /// The whole script.
    static let text = [cube, table, drawing, bars, lines, downloads, controls].joined(separator: "\n")

    /// The cube, the choice of a reader, and how the address of the page says that choice.
    static let cube = #"""
        "use strict";
        const data = JSON.parse(document.getElementById("cube").textContent);
        const { axes, figures, words } = data;
        const isRightToLeft = document.documentElement.dir === "rtl";
        const isArabic = document.body.classList.contains("arab");
        /** A number of rows or columns in the digits of the page. */
        const counted = (number) => isArabic
          ? String(number).replace(/[0-9]/g, (digit) => String.fromCharCode(0x660 + Number(digit))) : String(number);
        const say = (text, values) => text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);

        /** The number that stands for the total of a dimension. */
        const TOTAL = 0;
        const weights = [];
        axes.reduceRight((weight, axis, at) => {
          weights[at] = weight;
          return weight * (axis.members.length + 1);
        }, 1);
        const slices = data.slices.map(({ keys, columns }) => {
          const places = new Map();
          let key = 0;
          keys.forEach((step, place) => places.set(key += step, place));
          return { places, columns };
        });

        /**
         * What a reader has chosen: a figure, the dimensions of rows and columns (-1 for none), a member for each dimension
         * that filters, and the order of the rows.
         * @typedef {{ figure: number, rows: number, columns: number, members: number[], largest: boolean }} Choice
         */

        /** @returns {Choice} */
        const firstChoice = () => {
          const time = axes.findIndex((axis) => axis.isTime);
          const rows = Math.max(0, axes.findIndex((_, at) => at !== time));
          return { figure: data.first, rows, columns: time === rows ? -1 : time, members: axes.map(() => TOTAL), largest: false };
        };

        /** The cells of a figure where no dimension of trainees is chosen. */
        const sliceOfSessions = (choice) => slices[figures[choice.figure].isOfPlans ? 2 : 0];
        /** The cells that a choice asks: those along dimensions of trainees are of their own. */
        const sliceOf = (choice) => {
          const asks = (axis, at) => axis.ofTrainees
            && (at === choice.rows || at === choice.columns || choice.members[at] !== TOTAL);
          return axes.some(asks) ? slices[1] : sliceOfSessions(choice);
        };

        /** Where the figures of a combination stand in a slice; undefined where there are no records. */
        const placeOf = (slice, members) =>
          slice.places.get(members.reduce((key, member, at) => key + member * weights[at], 0));

        /** A value as data have it and as people read it. @returns {{ data: string, shown: string }} */
        const valueOf = (slice, figure, place) => {
          const column = slice.columns[figure];
          const number = place === undefined ? 0 : Array.isArray(column) ? column[place] : column;
          const value = figures[figure].values[number];
          return typeof value === "string" ? { data: value, shown: value } : { data: value[0], shown: value[1] };
        };

        /** The number of a value for drawings and orders; NaN where it has none. */
        const numberOf = (value) => Number(value.data);

        const codeOf = (axis, member) => member === TOTAL ? "_T" : axis.members[member - 1][0];
        /** Whether a member is a part of the calendar that is known in part; then it has a name that says so. */
        const isInPart = (axis, member) => member !== TOTAL && axis.members[member - 1]?.length > 2;
        const nameOf = (axis, member) => member === TOTAL ? data.total : axis.members[member - 1].at(-1);

        /** The choice as the part of the address behind #. */
        const addressOf = (choice) => {
          const parts = new URLSearchParams({ figure: figures[choice.figure].id, rows: axes[choice.rows].id });
          if (choice.columns >= 0) parts.set("columns", axes[choice.columns].id);
          choice.members.forEach((member, at) => {
            if (member !== TOTAL) parts.set("only-" + axes[at].id, codeOf(axes[at], member));
          });
          if (choice.largest) parts.set("order", "largest");
          return parts.toString();
        };

        /** The choice that an address says; what is not known is left out and told. */
        const choiceOf = (address) => {
          const choice = firstChoice();
          let isWrong = false;
          if (address === "") return { choice, isWrong };
          const parts = new URLSearchParams(address);
          const find = (list, id, otherwise) => {
            const at = list.findIndex((one) => one.id === id);
            if (at < 0) isWrong = true;
            return at < 0 ? otherwise : at;
          };
          choice.columns = -1;
          for (const [name, value] of parts) {
            if (name === "figure") choice.figure = find(figures, value, choice.figure);
            else if (name === "rows") choice.rows = find(axes, value, choice.rows);
            else if (name === "columns") choice.columns = find(axes, value, -1);
            else if (name === "order" && value === "largest") choice.largest = true;
            else if (name.startsWith("only-")) {
              const at = axes.findIndex((axis) => axis.id === name.slice(5));
              const member = at < 0 ? -1 : axes[at].members.findIndex(([code]) => code === value);
              if (member < 0) isWrong = true;
              else choice.members[at] = member + 1;
            } else isWrong = true;
          }
          return { choice: settled(choice), isWrong };
        };

        /** A choice without contradictions: rows and columns differ, and neither filters. */
        const settled = (choice) => {
          if (choice.columns === choice.rows) choice.columns = -1;
          choice.members[choice.rows] = TOTAL;
          if (choice.columns >= 0) choice.members[choice.columns] = TOTAL;
          return choice;
        };
        """#
}
