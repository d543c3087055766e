import Reporting

/// The looks of a page: light and dark, on screen and on paper, wide and narrow.
enum PageStyle {
    static let rules =
        ":root{\(ChartStyle.lightColours)--link:#00528a;--band:#f3f5f7;--shade:#0003;--accent:#005f9e;--warn:#a63d00;--fine:#1e6b2e;color-scheme:light}\n"
        + "@media (prefers-color-scheme:dark){:root{\(ChartStyle.darkColours)"
        + "--link:#8ecbff;--band:#1f252c;--shade:#fff4;--accent:#8ecbff;--warn:#ff9d66;--fine:#7fd08f;color-scheme:dark}}\n"
        + screen + ChartStyle.rules + paper

    /// How many rows of a long table are shown at first.
    private static let rowsAtFirst = 20

    private static let screen = """
        *{box-sizing:border-box}
        html{scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
        body{margin:0;background:var(--ground);color:var(--ink);line-height:1.5;overflow-wrap:break-word;
        font-family:Arial,"Helvetica Neue",Helvetica,"Noto Sans Arabic","Noto Sans",sans-serif}
        header,nav,main{max-width:72rem;margin:0 auto;padding:0 1rem}
        h1{font-size:1.75rem;line-height:1.25;margin:1.5rem 0 .75rem}
        h2{font-size:1.3rem;line-height:1.3;margin:0 0 .75rem}
        section{margin:2.5rem 0;padding-top:1.25rem;border-top:1px solid var(--rule)}
        a{color:var(--link);text-underline-offset:.15em}
        :focus-visible{outline:3px solid var(--accent);outline-offset:2px}
        .skip{position:absolute;inset-inline-start:-100rem}
        .skip:focus{inset-inline-start:1rem;top:.5rem;padding:.5rem 1rem;background:var(--ground)}
        .hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
        .languages{text-align:end;margin:1rem 0 0}.lead{color:var(--soft);margin:0 0 1rem}
        .key{margin:0 0 2rem;padding-top:1rem}.key h2{margin-bottom:.25rem}.key h3{font-size:1rem;margin:1.25rem 0 .25rem}
        .warnings{list-style:none;margin:0 0 1rem;padding:.5rem .75rem;background:var(--band);
        border-inline-start:4px solid var(--warn)}.warnings li{margin:.15rem 0}
        .tiles{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:.75rem}
        @media (min-width:60rem){.tiles.four{grid-template-columns:repeat(4,minmax(0,1fr))}}
        @media (max-width:60rem){.tiles.four{grid-template-columns:repeat(2,minmax(0,1fr))}}
        .tile{border:1px solid var(--rule);border-radius:4px;padding:.6rem .75rem;min-width:0}
        .key .tile h3{margin:0;font-size:.95rem;font-weight:normal}.tile p{margin:.15rem 0 0;font-size:.85rem;overflow-wrap:anywhere}
        .tile .figure{font-size:1.9rem;line-height:1.2;font-weight:bold;font-variant-numeric:tabular-nums;margin:0}
        @media (max-width:60rem){.tile .long{font-size:1.25rem}.tile .longest{font-size:1rem}}
        .trend{display:grid;grid-template-columns:1fr auto;max-width:8.5rem;margin:.4rem 0 .2rem;color:var(--soft);font-size:.75rem}
        .trend svg{grid-column:1/-1;width:100%;height:2rem}
        .trend .p{fill:var(--rule)}.trend .l{fill:var(--accent)}.trend .part{fill:none;stroke:var(--accent);stroke-width:2;vector-effect:non-scaling-stroke}
        .good::before{content:"\\2713\\a0";color:var(--fine)}.bad::before{content:"\\2717\\a0";color:var(--warn)}
        .findings{margin:0;padding-inline-start:1.25rem}.findings li{margin:.2rem 0}
        dl{display:grid;grid-template-columns:fit-content(20rem) 1fr;gap:.25rem 1rem;margin:0 0 1rem}
        dt{font-weight:bold}dd{margin:0;min-width:0;overflow-wrap:anywhere}
        main nav{max-width:none;padding:0}nav+nav{margin-top:1.5rem}nav ul{columns:18rem;padding-inline-start:1.25rem;margin:0}
        nav li{padding:.2rem 0;break-inside:avoid}
        .box{overflow-x:auto;margin:0 0 1rem;background:
        linear-gradient(to right,var(--ground) 1rem,transparent 3rem) local,
        linear-gradient(to left,var(--ground) 1rem,transparent 3rem) local,
        linear-gradient(to right,var(--shade),transparent 1rem) scroll,
        linear-gradient(to left,var(--shade),transparent 1rem) scroll}
        table{border-collapse:collapse;font-size:.95rem;font-variant-numeric:tabular-nums}
        .caption{color:var(--soft);margin:0;padding:0 0 .4rem}.cue,.paper{display:none}
        th,td{padding:.35rem .6rem;border-bottom:1px solid var(--rule);text-align:start;vertical-align:top}
        thead th{vertical-align:bottom;background:var(--band);border-bottom:2px solid var(--rule)}
        thead [scope=colgroup]{text-align:center;border-bottom-width:1px}colgroup+colgroup{border-inline-start:1px solid var(--rule)}
        tbody th{font-weight:normal;max-width:26rem;min-width:6rem}
        td{text-align:right;direction:ltr;white-space:nowrap}thead .n{text-align:right;min-width:3.2rem}
        .arab td,td.u{direction:rtl}
        td.t{text-align:start;direction:inherit;white-space:normal;max-width:26rem}
        .total th,tfoot td{font-weight:bold}.total th,.total td,tfoot th,tfoot td{background:var(--band)}.again{color:var(--soft)}
        tfoot tr:first-child>*{border-top:2px solid var(--rule)}
        .sort{font:inherit;font-weight:bold;color:inherit;background:none;border:0;padding:.15rem;margin:-.15rem;
        text-align:inherit;cursor:pointer;min-height:24px}
        .sort::after{content:"\\2195";color:var(--soft);padding-inline-start:.3em}
        [aria-sort=ascending] .sort::after{content:"\\2191";color:inherit}
        [aria-sort=descending] .sort::after{content:"\\2193";color:inherit}
        @media screen{table.cut tbody tr:nth-child(n+\(rowsAtFirst + 1)):not(.unknown){display:none}
        .more{mask-image:linear-gradient(to right,#000 calc(100% - 3rem),#0002)}
        [dir=rtl] .more{mask-image:linear-gradient(to left,#000 calc(100% - 3rem),#0002)}
        thead tr:first-child>:first-child,tbody th:first-child,tfoot th:first-child{position:sticky;inset-inline-start:0;z-index:1}
        tbody th:first-child{background:var(--ground)}.total th:first-child,tfoot th:first-child{background:var(--band)}}
        .all{font:inherit;color:var(--link);background:none;border:1px solid var(--rule);border-radius:4px;padding:.4rem .75rem;
        min-height:2.2rem;cursor:pointer;margin:0 0 1rem}
        figure{margin:0 0 1.25rem}
        .chart{display:block;width:100%;max-width:46rem;height:auto;overflow:visible}.box>.broad{min-width:30rem}.narrow{display:none}
        .save{display:flex;gap:.5rem;align-items:center;font-size:.85rem;color:var(--soft);margin:.25rem 0 0}
        .save button{font:inherit;color:var(--link);background:none;border:1px solid var(--rule);border-radius:4px;padding:.2rem .6rem;
        min-height:1.75rem;cursor:pointer}
        .tip{position:absolute;z-index:2;pointer-events:none;max-width:18rem;padding:.3rem .5rem;background:var(--ink);color:var(--ground);
        border-radius:4px;font-size:.85rem}
        @media screen and (max-width:40rem){.narrow{display:block}.narrow.chart{max-width:27rem}.broad:not(:last-of-type){display:none}}
        .notes{padding-inline-start:1.25rem}.notes li{margin:.3rem 0;max-width:60rem;overflow-wrap:anywhere}
        main{padding-bottom:2rem}.shorthand{color:var(--soft);font-size:.9rem;margin:.5rem 0 0}
        .g1{background:var(--k1)}.g2{background:var(--k2)}.g3{background:var(--k3)}
        .g4{background:var(--k4);color:var(--on)}.g5{background:var(--k5);color:var(--on)}
        @media (max-width:32rem){.cue{display:block;color:var(--soft);margin:0 0 .4rem}}
        @media (max-width:40rem){
        .tiles{grid-template-columns:repeat(2,minmax(0,1fr));gap:.5rem}.tile{padding:.4rem .5rem}.tile .figure{font-size:1.5rem}
        .tile .long{font-size:1.05rem}.tile .longest{font-size:.9rem}.warnings{font-size:.9rem}
        dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.5rem}h1{font-size:1.4rem}h2{font-size:1.15rem}
        tbody th{min-width:5rem;max-width:12rem}th,td{padding:.35rem .4rem}}

        """

    /// The numbers of printed pages in Arabic-Indic digits.
    static let arabicPageNumbers = """
        @media print{@page{@bottom-center{content:counter(page,arabic-indic) " / " counter(pages,arabic-indic)}}}

        """

    /// On paper light colours hold, nothing scrolls, and headings are repeated on each page.
    private static let paper = """
        @media print{
        .all,.save,.tip{display:none}
        @page{size:A4;margin:14mm;@bottom-center{content:counter(page) " / " counter(pages);font:8pt sans-serif;color:#595f69}}
        @page wide{size:A4 landscape}
        :root{\(ChartStyle.lightColours)--link:#00528a;--band:#f3f5f7;--shade:#0003;--accent:#005f9e;--warn:#a63d00;--fine:#1e6b2e;color-scheme:light}
        *{print-color-adjust:exact;-webkit-print-color-adjust:exact}
        body{font-size:10pt}header,nav,main{max-width:none;padding:0}.skip,.languages,.cue{display:none}.paper{display:block}
        .sort{display:contents}.sort::after{content:none}.box{overflow:visible;background:none}
        .whole,figure,.tile,.warnings{break-inside:avoid}.wide{page:wide}section{margin:6mm 0;padding-top:3mm}table{font-size:8pt}th,td{padding:2pt 4pt}
        thead .n,tbody th{min-width:0}.small table{font-size:6.5pt}.small th,.small td{padding:2pt 1.5pt}
        thead{display:table-header-group}tfoot{display:table-row-group}tr,figure{break-inside:avoid}
        tbody tr:nth-child(-n+3),tfoot tr:first-child,tfoot tr:last-child,.notes,.shorthand,.held+.paper{break-before:avoid}
        tbody tr:nth-last-child(-n+2),table.long tbody tr:nth-child(n+\(Table.shownRows - 1)){break-after:avoid}.notes{break-inside:avoid}
        table.long tbody tr:nth-child(n+\(Table.shownRows + 1)):not(.unknown){display:none}.w{overflow-wrap:anywhere}
        h2,h3,.caption{break-after:avoid}.box>.broad{min-width:0}.chart{width:130mm}a{color:inherit;text-decoration:none}}

        """
}
