/** Rows of the table: six elements each, so that the page has some 4,000. */
const ROWS = 600;

/**
 * An app as many are: a header that stays, a side bar, and a table that scrolls inside a panel that scrolls inside the page.
 * It styles classes alone: rules for bare elements deform the cards of some of the libraries.
 */
export const hostPage = (head: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Invoices</title><meta name="viewport" content="width=device-width, initial-scale=1">
<style>
body{margin:0;font:14px/1.4 sans-serif} .top{position:sticky;top:0;height:48px;background:#eee;display:flex;align-items:center;gap:12px;padding:0 16px}
.cols{display:flex} .side{width:200px} .main{flex:1;min-width:0} .panel{height:460px;overflow:auto;border:1px solid #ccc;margin:16px}
.table{height:900px;overflow:auto} .row{display:flex;gap:12px;padding:6px 12px;border-bottom:1px solid #eee} .row>*{width:120px} .notes{height:1600px;padding:16px}
</style>${head}</head><body>
<header class="top"><b>Invoices</b><input aria-label="Search"><button id="new-invoice">New invoice</button></header>
<div class="cols"><aside class="side"><ul>${list(120, (n) => `<li><a href="#p${n}">Project ${n}</a></li>`)}</ul></aside><main class="main">
<h1>Invoices</h1><div class="panel" id="panel"><p>${'All that was sent this year. '.repeat(12)}</p><div class="table" id="table">${list(
  ROWS,
  (n) =>
    `<div class="row" data-n="${n}"><span id="row-${n}">Invoice ${n}</span><span>Customer ${n % 40}</span><span id="amount-${n}">${n * 17} EUR</span><button>Open</button><i class="state">sent</i></div>`,
)}</div></div><div id="room"></div></main></div><footer class="notes">${list(200, (n) => `<p>Note ${n}</p>`)}</footer></body></html>`;

const list = (count: number, item: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => item(n)).join('');
