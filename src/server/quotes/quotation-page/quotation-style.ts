/** The quotation's style sheet: one A4 page where it fits, plain on paper. Allowed by its hash in the page's CSP. */
export const quotationStyle = `
@page { size: A4; margin: 18mm 16mm 20mm }
* { box-sizing: border-box }
html { background: #eceae6; color: #1d1c1a; font: 15px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif }
body { margin: 0; padding: 2rem 1rem }
main { max-width: 52rem; margin: 0 auto; padding: 3.5rem 4rem; background: #fff; border-radius: 4px; box-shadow: 0 1px 2px #0001, 0 8px 32px #0001 }
header { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 1rem; padding-bottom: 1.5rem; border-bottom: 2px solid #1d1c1a }
header strong { display: block; font-size: 1.15rem; letter-spacing: -.01em }
header a, .hint { color: #5d5a54 }
h1 { margin: 0; font-size: 1.75rem; line-height: 1.2; letter-spacing: -.02em; font-weight: 650 }
h2 { margin: 2.5rem 0 .75rem; font-size: .8rem; letter-spacing: .08em; text-transform: uppercase; color: #5d5a54 }
h3 { margin: 1.25rem 0 .25rem; font-size: 1rem }
dl.facts { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1.25rem; margin: .75rem 0 0 }
dt { color: #5d5a54 }
dd { margin: 0; overflow-wrap: anywhere }
.top { display: grid; grid-template-columns: 1fr 1fr; gap: 2rem; margin-top: 2rem }
.number { font-variant-numeric: tabular-nums }
figure { margin: 2rem 0 0; padding: 1.5rem; background: #f7f6f4; border-radius: 4px; text-align: center }
figure img { max-width: 100%; max-height: 20rem }
figcaption { margin-top: .75rem; font-weight: 600 }
table { width: 100%; border-collapse: collapse }
th { padding: .4rem 0; text-align: left; font-weight: 600; font-size: .85rem; color: #5d5a54; border-bottom: 1px solid #1d1c1a }
td { padding: .4rem 0; border-bottom: 1px solid #e4e1dc; vertical-align: top; overflow-wrap: anywhere }
td small { color: #5d5a54; white-space: nowrap }
th + th, td + td { padding-left: 1rem }
table.price th:nth-child(n + 2), table.price td:nth-child(n + 2), tfoot td { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums }
table.answers td:first-child { width: 40%; color: #5d5a54 }
tfoot th { padding-top: .5rem; border: 0; color: inherit; font-weight: 400; text-align: right }
tfoot td { border: 0 }
tfoot tr.total th, tfoot tr.total td { font-size: 1.15rem; font-weight: 650; padding-top: .75rem }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid #e4e1dc; color: #5d5a54; font-size: .85rem }
@media (max-width: 40rem) { main { padding: 2rem 1.25rem } .top { grid-template-columns: 1fr; gap: 1rem } }
@media print {
  html { background: #fff; font-size: 10.5pt }
  body, main { padding: 0; max-width: none; box-shadow: none }
  .hint { display: none }
  figure { background: none; padding: 0 }
  tr, figure, h2, h3 { break-inside: avoid }
  h2, h3 { break-after: avoid }
}
`;
