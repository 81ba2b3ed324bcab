/** The languages of the pictures. The page is in the language of its guide. */
export const LANGUAGES = ['en', 'ja', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];
export type Texts = Readonly<Record<Language, string>>;

const words = {
  brand: { en: 'Hinode Invoices', ja: '日の出請求書', ar: 'هينودي للفواتير' },
  home: { en: 'Home', ja: 'ホーム', ar: 'الرئيسية' },
  customers: { en: 'Customers', ja: '取引先', ar: 'العملاء' },
  settings: { en: 'Settings', ja: '設定', ar: 'الإعدادات' },
  invoices: { en: 'Invoices', ja: '請求書', ar: 'الفواتير' },
  create: { en: 'New invoice', ja: '請求書を作成', ar: 'فاتورة جديدة' },
  search: { en: 'Search by customer', ja: '取引先で検索', ar: 'البحث باسم العميل' },
  all: { en: 'All', ja: 'すべて', ar: 'الكل' },
  draft: { en: 'Draft', ja: '下書き', ar: 'مسودة' },
  sent: { en: 'Sent', ja: '送付済み', ar: 'مُرسلة' },
  overdue: { en: 'Overdue', ja: '期限切れ', ar: 'متأخرة' },
  paid: { en: 'Paid', ja: '入金済み', ar: 'مدفوعة' },
  number: { en: 'Number', ja: '番号', ar: 'الرقم' },
  customer: { en: 'Customer', ja: '取引先', ar: 'العميل' },
  due: { en: 'Due', ja: '支払期限', ar: 'تاريخ الاستحقاق' },
  amount: { en: 'Amount', ja: '金額', ar: 'المبلغ' },
  status: { en: 'Status', ja: '状態', ar: 'الحالة' },
} satisfies Readonly<Record<string, Texts>>;

const rows = [
  ['INV-0142', { en: 'Harbour Books', ja: '港書店', ar: 'مكتبة الميناء' }, '2026-12-10', 184_800, 'draft'],
  ['INV-0141', { en: 'Studio Lumen', ja: 'スタジオ・ルーメン', ar: 'استوديو لومن' }, '2026-12-05', 96_250, 'sent'],
  ['INV-0140', { en: 'Kitahama Trading', ja: '北浜商事', ar: 'كيتاهاما للتجارة' }, '2026-11-30', 412_500, 'sent'],
  ['INV-0139', { en: 'Green Tea House', ja: '茶房みどり', ar: 'بيت الشاي الأخضر' }, '2026-11-15', 58_300, 'overdue'],
  ['INV-0138', { en: 'Ono Carpentry', ja: '大野工務店', ar: 'أونو للنجارة' }, '2026-11-10', 275_000, 'paid'],
  ['INV-0137', { en: 'Sato Accounting', ja: '佐藤会計事務所', ar: 'ساتو للمحاسبة' }, '2026-11-05', 132_000, 'paid'],
  ['INV-0136', { en: 'Petal & Stem', ja: '花と茎', ar: 'بتلة وساق' }, '2026-10-31', 44_000, 'overdue'],
  ['INV-0135', { en: 'Blue Ferry', ja: '青い渡し船', ar: 'العبّارة الزرقاء' }, '2026-10-25', 330_000, 'paid'],
] as const;

const plain = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** A page of an invoicing product, in the style of the demo's, light and dark, with Shirube's tag on it. */
export const hostPage = (language: Language): string => {
  const t = (key: keyof typeof words): string => plain(words[key][language]);
  // With the sign that its readers know: Arabic would write the name of the currency.
  const yen = new Intl.NumberFormat(language === 'ja' ? 'ja' : 'en', {
    style: 'currency',
    currency: 'JPY',
    currencyDisplay: 'narrowSymbol',
  });
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  const row = ([number, customer, due, amount, status]: (typeof rows)[number]): string =>
    `<tr><td>${number}</td><td>${plain(customer[language])}</td><td class="wide">${day.format(new Date(due))}</td><td class="money"><bdi>${yen.format(amount)}</bdi></td><td><span class="chip ${status}">${t(status)}</span></td></tr>`;
  return `<!doctype html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${t('brand')}</title>
${['noto-sans-jp', 'noto-sans-arabic'].flatMap((font) => [400, 600].map((weight) => `<link rel="stylesheet" href="/fonts/${font}/${weight}.css">`)).join('')}
<link rel="stylesheet" href="/app.css"><script type="module" src="/shirube.js" data-key="pk_shots"></script></head>
<body><header><strong class="brand">${t('brand')}</strong><nav><a href="#">${t('home')}</a><a href="#" aria-current="page">${t('invoices')}</a><a href="#">${t('customers')}</a><a href="#" data-tour="settings">${t('settings')}</a></nav></header>
<main><div class="head"><h1>${t('invoices')}</h1><button class="primary" data-tour="new-invoice">${t('create')}</button></div>
<div class="tools"><div class="filters" data-tour="filters">${(['all', 'draft', 'sent', 'overdue', 'paid'] as const).map((it) => `<button${it === 'all' ? ' aria-pressed="true"' : ''}>${t(it)}</button>`).join('')}</div><input data-tour="search" placeholder="${t('search')}" aria-label="${t('search')}"></div>
<table><thead><tr><th>${t('number')}</th><th>${t('customer')}</th><th class="wide">${t('due')}</th><th class="money">${t('amount')}</th><th>${t('status')}</th></tr></thead><tbody>${rows.map(row).join('')}</tbody></table></main></body></html>`;
};

export const HOST_CSS = `
:root { color-scheme: light dark; --ground: light-dark(#f4f7f8, #0e1a1e); --surface: light-dark(#fff, #15252b); --ink: light-dark(#10272e, #e8f0f1); --muted: light-dark(#4b626a, #a3b6bb);
  --line: light-dark(#dde6e8, #28404a); --accent: light-dark(#0b6e69, #6fd0c5); --on: light-dark(#fff, #06211f); --bad: light-dark(#a3291b, #ff9d8c);
  font: 15px/1.55 "Noto Sans JP", "Noto Sans Arabic", sans-serif; color: var(--ink); background: var(--ground); }
:root:lang(ja) { line-height: 1.7; line-break: strict; }
* { box-sizing: border-box; }
body { margin: 0; }
header { display: flex; flex-wrap: wrap; gap: 6px 32px; align-items: center; padding: 12px 32px; background: var(--surface); border-bottom: 1px solid var(--line); }
nav { display: flex; gap: 20px; }
nav a { color: var(--muted); text-decoration: none; }
nav [aria-current] { color: var(--ink); font-weight: 600; }
main { max-width: 1040px; margin: 0 auto; padding: 28px 32px; }
h1 { margin: 0; font-size: 26px; }
.head, .tools { display: flex; flex-wrap: wrap; gap: 12px; align-items: center; justify-content: space-between; margin-bottom: 18px; }
button, input { min-height: 38px; padding: 6px 14px; border: 1px solid var(--line); border-radius: 10px; background: var(--surface); color: inherit; font: inherit; }
.primary { border: 0; background: var(--accent); color: var(--on); font-weight: 600; }
.filters { display: flex; flex-wrap: wrap; gap: 6px; }
.filters button { min-height: 32px; padding: 2px 12px; border-radius: 16px; font-size: 14px; }
[aria-pressed] { border-color: var(--accent); color: var(--accent); font-weight: 600; }
table { width: 100%; border-collapse: collapse; background: var(--surface); border: 1px solid var(--line); border-radius: 14px; overflow: hidden; }
th, td { padding: 11px 16px; text-align: start; border-bottom: 1px solid var(--line); }
th { color: var(--muted); font-size: 13px; font-weight: 600; }
.money { text-align: end; font-variant-numeric: tabular-nums; }
.chip { font-size: 13px; color: var(--muted); white-space: nowrap; }
.chip.overdue { color: var(--bad); font-weight: 600; }
.chip.paid { color: var(--accent); }
@media (max-width: 600px) {
  header { padding: 10px 16px; }
  nav { gap: 14px; font-size: 14px; }
  main { padding: 16px; }
  h1 { font-size: 22px; }
  th, td { padding: 9px 8px; font-size: 13px; }
  .wide, td:first-child, th:first-child { display: none; }
  input { width: 100%; }
}`;

/** A picture and a poster that a guide may show: no text in them, so that they serve every language. */
export const PICTURES: Readonly<Record<string, string>> = {
  '/invoice.svg': `<svg xmlns="http://www.w3.org/2000/svg" width="784" height="392" viewBox="0 0 784 392"><rect width="784" height="392" fill="#e1f1ef"/><g transform="translate(252 36)"><rect width="280" height="400" rx="10" fill="#fff"/><circle cx="46" cy="48" r="22" fill="#0b6e69"/><path d="M34 54a12 12 0 0 1 24 0z" fill="#ffd479"/><g fill="#c9d8db"><rect x="84" y="36" width="96" height="10" rx="5"/><rect x="84" y="54" width="60" height="8" rx="4"/><rect x="24" y="108" width="232" height="8" rx="4"/><rect x="24" y="132" width="200" height="8" rx="4"/><rect x="24" y="156" width="216" height="8" rx="4"/><rect x="24" y="212" width="232" height="2"/><rect x="24" y="232" width="80" height="8" rx="4"/><rect x="24" y="256" width="64" height="8" rx="4"/></g><rect x="176" y="282" width="80" height="14" rx="7" fill="#0b6e69"/><rect x="196" y="232" width="60" height="8" rx="4" fill="#7b9198"/><rect x="206" y="256" width="50" height="8" rx="4" fill="#7b9198"/></g></svg>`,
  '/poster.svg': `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360" viewBox="0 0 640 360"><rect width="640" height="360" fill="#0b2a33"/><circle cx="320" cy="300" r="170" fill="#ffd479" opacity=".9"/><path d="M0 250 160 190l130 70 120-50 230 80v70H0z" fill="#0b6e69"/><path d="M0 300l200-50 180 60 260-40v90H0z" fill="#075450"/></svg>`,
};
