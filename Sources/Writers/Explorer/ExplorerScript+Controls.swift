extension ExplorerScript {
    /// The controls, and what is shown after each choice.
    static let controls = #"""
        const form = document.getElementById("choice"), result = document.getElementById("result");
        const status = document.getElementById("said");
        let current = firstChoice(), roomShown = 0;

        /** A list to choose from, with its label. */
        const listOf = (name, options, chosen, change) => {
          const select = make("select", { name }, ...options.map(([value, text]) => make("option", { value }, text)));
          select.value = String(chosen);
          select.addEventListener("change", () => change(Number(select.value)));
          return select;
        };
        const labelled = (text, control) => make("label", {}, make("span", {}, text), control);

        /** Shows another choice: the address of the page says it, so that Back leads to the one before. */
        const go = (change) => {
          const choice = { ...current, members: [...current.members] };
          change(choice);
          leadTo(settled(choice));
        };
        const leadTo = (choice) => {
          location.hash = addressOf(choice);
          // The event comes later: by then another choice may have been made.
          show();
        };
        const swapped = (choice) => { [choice.rows, choice.columns] = [choice.columns, choice.rows]; };

        const showControls = () => {
          const focused = document.activeElement?.getAttribute("name");
          const dimensions = axes.map((axis, at) => [at, axis.name]);
          // An upper bound stands in the cells of its figure.
          const isUpper = (at) => figures.some((figure) => figure.upper === at);
          const choices = figures.map((figure, at) => [at, figure.name]).filter(([at]) => !isUpper(at));
          const change = (part) => (value) => go((choice) => { choice[part] = value; });
          const controls = [
            labelled(words.measure, listOf("figure", choices, current.figure, change("figure"))),
            labelled(words.rows, listOf("rows", dimensions, current.rows, (value) => go((choice) => {
              if (choice.columns === value) swapped(choice);
              else choice.rows = value;
            }))),
            labelled(words.columns, listOf("columns", [[-1, words.noColumns],
              ...dimensions.filter(([at]) => at !== current.rows)], current.columns, change("columns"))),
            labelled(words.order, listOf("order", [[0, words.usualOrder], [1, words.largestFirst]], Number(current.largest),
              (value) => go((choice) => { choice.largest = value === 1; }))),
          ];
          axes.forEach((axis, at) => {
            if (at === current.rows || at === current.columns) return;
            const options = [[TOTAL, words.all], ...axis.members.map((_, place) => [place + 1, nameOf(axis, place + 1)])];
            const list = listOf("only-" + axis.id, options, current.members[at], (value) => go((choice) => { choice.members[at] = value; }));
            controls.push(labelled(words.filterOf + ": " + axis.name, list));
          });
          const button = (name, text, act) => {
            const one = make("button", { type: "button", class: "act", name }, text);
            one.addEventListener("click", act);
            return one;
          };
          const acts = make("div", { class: "acts" });
          if (current.columns >= 0) acts.append(button("swap", words.swap, () => go(swapped)));
          acts.append(
            button("copy", words.copy, () => copy(textOf(current), words.copied)),
            button("csv", words.download, saveCSV), button("svg", words.downloadSVG, saveSVG), button("png", words.downloadPNG, savePNG),
            button("link", words.link, () => copy(linkOf(current), words.linkCopied)),
            button("reset", words.reset, () => leadTo(firstChoice())));
          form.replaceChildren(...controls, acts);
          form.hidden = false;
          if (focused) form.querySelector(`[name="${CSS.escape(focused)}"]`)?.focus();
        };

        /** Whether a figure is another one because a dimension of trainees is chosen. */
        const isNarrowed = (choice) => {
          const [one, other] = [sliceOf(choice), sliceOfSessions(choice)], all = axes.map(() => TOTAL);
          const total = (slice) => valueOf(slice, choice.figure, placeOf(slice, all)).data;
          return one !== other && total(one) !== total(other);
        };

        /** Whether something that is shown is of a period that is known in part. */
        const showsPart = (grid, choice) => axes.some((axis, at) => {
          const shown = at === choice.rows ? grid.rowMembers : at === choice.columns ? grid.columnMembers : [choice.members[at]];
          return shown.some((member) => isInPart(axis, member));
        });

        const showResult = () => {
          layOut(roomShown = form.offsetWidth);
          const grid = gridOf(current), figure = figures[current.figure], filters = filtersOf(current);
          const parts = [make("h2", { id: "result-title" }, titleOf(current))];
          if (filters !== "") parts.push(make("p", { class: "caption" }, filters));
          if (grid.isEmpty) parts.push(make("p", {}, words.nothing));
          const { svg, notes } = grid.isEmpty ? { svg: null, notes: [] } : chartOf(grid, current);
          if (svg !== null) parts.push(make("figure", { class: "box", tabindex: "0", role: "group", "aria-labelledby": "result-title" }, svg));
          if (!grid.isEmpty) {
            parts.push(make("div", { class: "box", tabindex: "0", role: "group", "aria-labelledby": "result-title" }, tableOf(grid, current)));
          }
          const all = known(grid.rowMembers).length;
          if (all > rowsShown(grid)) notes.push(say(words.tableCut, { shown: counted(rowsShown(grid)), all: counted(all) }));
          const remarks = [figure.name + ": " + figure.definition];
          if (figure.countsPersons) remarks.push(words.overlap);
          if (showsPart(grid, current)) remarks.push(words.inPart);
          if (isNarrowed(current)) remarks.push(words.ofTrainees);
          parts.push(make("ul", { class: "notes" }, ...[...notes, ...remarks].map((text) => make("li", {}, text))));
          result.replaceChildren(...parts);
          result.hidden = false;
          for (const name of ["svg", "png"]) form.querySelector(`[name=${name}]`).disabled = svg === null;
          return grid.isEmpty ? words.nothing : say(words.shown, {
            title: [titleOf(current), filters].filter((text) => text !== "").join(". "),
            rows: counted(grid.rowMembers.length), columns: counted(grid.columnMembers.length),
          });
        };

        const linkOf = (choice) => location.href.split("#")[0] + "#" + addressOf(choice);

        const copy = async (text, said) => {
          try {
            await navigator.clipboard.writeText(text);
            status.textContent = said;
          } catch {
            status.textContent = words.notCopied;
          }
        };

        const show = () => {
          const { choice, isWrong } = choiceOf(location.hash.slice(1));
          current = choice;
          // The page in the other language shows the same.
          for (const link of document.querySelectorAll(".languages a")) link.hash = addressOf(current);
          showControls();
          const said = showResult();
          status.textContent = isWrong ? words.wrongLink + " " + said : said;
        };

        form.addEventListener("submit", (event) => event.preventDefault());
        if (axes.length > 0 && figures.length > 0) {
          form.setAttribute("aria-label", words.choose);
          // What is shown stands in the address: the link that skips the controls leaves it as it is.
          document.querySelector(".skip").addEventListener("click", (event) => {
            event.preventDefault();
            result.focus();
          });
          addEventListener("resize", () => { if (form.offsetWidth !== roomShown) showResult(); });
          addEventListener("hashchange", () => {
            if (location.hash.slice(1) !== addressOf(current)) show();
          });
          show();
        } else {
          status.textContent = words.nothing;
        }
        """#
}
