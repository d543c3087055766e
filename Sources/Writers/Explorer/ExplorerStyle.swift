/// The looks of what an explorer has besides a page.
enum ExplorerStyle {
    static let rules = """
        form{display:grid;grid-template-columns:repeat(auto-fill,minmax(12rem,1fr));gap:.75rem 1rem;margin:1rem 0;padding:1rem;
        background:var(--band);border:1px solid var(--rule)}
        form[hidden],section[hidden]{display:none}
        form fieldset{display:contents}form legend{display:none}
        form label{display:flex;flex-direction:column;gap:.2rem;font-weight:bold;font-size:.95rem;min-width:0}
        select,.act{font:inherit;font-weight:normal;color:var(--ink);background:var(--ground);border:1px solid var(--soft);
        border-radius:.2rem;padding:.35rem .5rem;min-height:2.4rem;max-width:100%}
        .act{cursor:pointer}.act:disabled{cursor:default;opacity:.5}.acts{display:flex;flex-wrap:wrap;gap:.5rem;grid-column:1/-1}
        #said{min-height:1.5rem;color:var(--soft)}#result{margin-top:1rem}
        .warnings{margin-top:1rem}
        .chart .bar{fill:var(--s0)}.chart .open{fill:var(--s0);opacity:.35}.chart .part{fill:var(--ground);stroke:var(--s0);stroke-width:2}
        .chart .dash{stroke-dasharray:2 5}.chart polyline{stroke-linecap:round}.chart .hollow{fill:var(--ground);stroke-width:2}.chart .end{text-anchor:end}
        .chart .mid{text-anchor:middle}.chart{direction:ltr;min-width:0}.chart text{unicode-bidi:plaintext}
        @media (max-width:40rem){form{grid-template-columns:repeat(auto-fill,minmax(8.5rem,1fr));padding:.75rem}}
        @media print{form,#said,noscript{display:none}}

        """
}
