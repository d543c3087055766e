/// The script of the pictures on a page: what a figure is of shows at the pointer or finger, and a picture can be saved as SVG or
/// PNG, as it is shown.
///
/// Pictures have all of it without the script too: titles in them, and files beside reports in Markdown.
enum PictureScript {
    static let text = [tips, saving].joined(separator: "\n")

    private static let tips = """
        {
          const tip = document.createElement("div");
          tip.className = "tip";
          tip.hidden = true;
          document.body.append(tip);
          const show = (event) => {
            const group = event.target.closest?.(".chart g");
            const title = group?.querySelector("title");
            // A title of its own would show a second time.
            if (title) { group.dataset.title = title.textContent; title.remove(); }
            tip.hidden = !group?.dataset.title;
            if (tip.hidden) return;
            tip.textContent = group.dataset.title;
            const room = document.documentElement.clientWidth - tip.offsetWidth - 8;
            tip.style.left = `${scrollX + Math.max(8, Math.min(room, event.clientX + 12))}px`;
            tip.style.top = `${scrollY + event.clientY + 16}px`;
          };
          document.addEventListener("pointermove", show);
          document.addEventListener("pointerdown", show);
          document.addEventListener("keydown", () => { tip.hidden = true; });
        }
        """

    private static let saving = """
        {
          const file = (figure) => {
            const shown = [...figure.querySelectorAll("svg")].find((svg) => svg.getClientRects().length);
            const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
              .filter((rule) => rule.selectorText?.startsWith(".chart ")).map((rule) => rule.cssText).join("\\n");
            const colours = getComputedStyle(document.documentElement);
            const names = [...new Set(rules.match(/--[a-z0-9]+/g))];
            const style = document.createElementNS(shown.namespaceURI, "style");
            style.textContent = `:root{${names.map((name) => `${name}:${colours.getPropertyValue(name)}`).join(";")}}\\n${rules}`;
            const box = shown.viewBox.baseVal, copy = shown.cloneNode(true), margin = 16;
            const ground = document.createElementNS(shown.namespaceURI, "rect");
            const size = { x: box.x - margin, y: box.y, width: box.width + 2 * margin, height: box.height };
            for (const [name, value] of Object.entries(size)) ground.setAttribute(name, value);
            ground.setAttribute("class", "ground");
            copy.setAttribute("width", size.width);
            copy.setAttribute("height", size.height);
            copy.setAttribute("viewBox", Object.values(size).join(" "));
            copy.querySelector("desc").after(style, ground);
            return { text: new XMLSerializer().serializeToString(copy), ...size };
          };
          const save = (blob, name) => {
            const link = document.createElement("a");
            link.href = URL.createObjectURL(blob);
            link.download = name;
            link.click();
            setTimeout(() => URL.revokeObjectURL(link.href), 1000);
          };
          const formats = {
            SVG: (drawn, name) => save(new Blob([drawn.text], { type: "image/svg+xml" }), `${name}.svg`),
            PNG: async (drawn, name) => {
              const image = new Image();
              image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawn.text)}`;
              await image.decode();
              const canvas = document.createElement("canvas"), scale = 2;
              [canvas.width, canvas.height] = [drawn.width * scale, drawn.height * scale];
              canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
              canvas.toBlob((blob) => save(blob, `${name}.png`), "image/png");
            },
          };
          for (const figure of document.querySelectorAll("figure[data-save]")) {
            const line = document.createElement("p");
            line.className = "save";
            line.append(figure.dataset.save);
            for (const [format, write] of Object.entries(formats)) {
              const button = document.createElement("button");
              button.type = "button";
              button.textContent = format;
              const title = figure.querySelector("title").textContent;
              button.setAttribute("aria-label", `${figure.dataset.save} ${format}: ${title}`);
              button.addEventListener("click", () => write(file(figure), figure.dataset.name));
              line.append(button);
            }
            figure.append(line);
          }
        }
        """
}
