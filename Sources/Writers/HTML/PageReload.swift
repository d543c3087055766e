/// Lets an open page show the report that was made last, while somebody works on it; no page that is handed out has it.
package struct PageReload: Sendable {
    /// Name of the script beside the page that says which report is there.
    package static let fileName = "reload.js"

    /// What tells this report from those before and after it.
    private let stamp: String

    /// The reloading of a report with a stamp of letters and digits.
    package init(stamp: String) { self.stamp = stamp }

    /// The text of the script beside the page.
    package var file: String { "tadribReload(\"\(stamp)\");\n" }

    /// What the page does: it takes in the script every second.
    ///
    /// A page opened as a file can ask for nothing else.
    var script: String {
        """
        <script>
        function tadribReload(stamp) { if (stamp !== "\(stamp)") location.reload(); }
        setInterval(() => {
          const script = document.createElement("script");
          script.src = "\(Self.fileName)?" + Date.now();
          script.onload = script.onerror = () => script.remove();
          document.head.append(script);
        }, 1000);
        </script>

        """
    }
}
