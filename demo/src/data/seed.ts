import { addDays } from './money.ts';
import type { Customer, Data, Invoice, InvoiceStatus, Line } from './types.ts';

const customers: readonly Customer[] = [
  { id: 'aozora', name: '株式会社あおぞら出版', contact: '山本 美咲', email: 'keiri@aozora-books.example' },
  { id: 'northwind', name: 'Northwind Coffee Ltd', contact: 'Sarah Whitfield', email: 'accounts@northwind.example' },
  { id: 'midori', name: 'みどり建築設計事務所', contact: '中村 浩', email: 'info@midori-arch.example' },
  { id: 'kaze', name: '合同会社風の音', contact: '小林 直樹', email: 'office@kazenooto.example' },
  { id: 'harbour', name: 'Harbour & Lane Interiors', contact: 'Tom Ashford', email: 'billing@harbourlane.example' },
  { id: 'sakuraba', name: '桜庭食品工業株式会社', contact: '桜庭 恵子', email: 'seikyu@sakuraba-foods.example' },
  { id: 'lumen', name: 'Studio Lumen', contact: 'Ana Ferreira', email: 'hello@studiolumen.example' },
  { id: 'yamabuki', name: '山吹旅館', contact: '森田 隆', email: 'okami@yamabuki.example' },
];

const site: Line = { description: 'Webサイト保守(月額)', quantity: 1, unitPrice: 48_000 };
const logo: Line = { description: 'Logo design', quantity: 1, unitPrice: 180_000 };
const photo: Line = { description: '商品写真撮影', quantity: 12, unitPrice: 6_500 };
const copy: Line = { description: 'Copywriting, English', quantity: 8, unitPrice: 9_000 };
const leaflet: Line = { description: 'リーフレット制作(A4 三つ折り)', quantity: 1, unitPrice: 96_000 };
const workshop: Line = { description: 'Half-day workshop', quantity: 2, unitPrice: 65_000 };
const print: Line = { description: '印刷立会い', quantity: 3, unitPrice: 15_000 };
const menu: Line = { description: 'Menu redesign', quantity: 1, unitPrice: 72_000 };

/** customer, days ago it was issued, days until due from then, status, lines. Newest first. */
const history: readonly (readonly [string, number, number, InvoiceStatus, readonly Line[]])[] = [
  ['northwind', 1, 30, 'draft', [menu, copy]],
  ['aozora', 2, 30, 'sent', [leaflet, print]],
  ['midori', 4, 30, 'sent', [site]],
  ['lumen', 6, 14, 'sent', [workshop]],
  ['yamabuki', 9, 30, 'paid', [photo, leaflet]],
  ['harbour', 12, 30, 'sent', [logo, copy]],
  ['sakuraba', 15, 30, 'paid', [photo]],
  ['kaze', 19, 14, 'sent', [site, print]],
  ['northwind', 24, 30, 'paid', [workshop]],
  ['aozora', 31, 30, 'paid', [leaflet, photo]],
  ['midori', 34, 30, 'paid', [site]],
  ['harbour', 41, 30, 'sent', [menu]],
  ['lumen', 47, 30, 'paid', [copy]],
  ['yamabuki', 55, 30, 'paid', [site, photo]],
  ['sakuraba', 62, 30, 'paid', [leaflet]],
  ['midori', 65, 30, 'paid', [site]],
  ['kaze', 74, 30, 'paid', [workshop, print]],
  ['northwind', 83, 30, 'paid', [logo]],
  ['aozora', 92, 30, 'paid', [photo]],
  ['midori', 96, 30, 'paid', [site]],
  ['harbour', 108, 30, 'paid', [workshop]],
  ['lumen', 121, 30, 'paid', [logo, copy]],
  ['sakuraba', 138, 30, 'paid', [photo, print]],
  ['yamabuki', 150, 30, 'paid', [leaflet, site]],
];
const NEWEST_NUMBER = 142;

/** The sample data of every account, laid out around `today` (`YYYY-MM-DD`), the same each time. */
export const seedData = (today: string, companyName: string, plan: Data['plan']): Data => ({
  customers,
  invoices: history.map(([customerId, ago, dueIn, status, lines], index): Invoice => {
    const issued = addDays(today, -ago);
    const due = addDays(issued, dueIn);
    return {
      id: invoiceId(NEWEST_NUMBER - index),
      customerId,
      issued,
      due,
      lines,
      status,
      paidOn: status === 'paid' ? addDays(issued, Math.min(ago, dueIn - 4)) : undefined,
    };
  }),
  company: { name: companyName, registrationNumber: 'T1234567890123', address: '東京都台東区谷中 3-10-5' },
  plan,
});

export const invoiceId = (number: number): string => `INV-${String(number).padStart(4, '0')}`;
export const nextInvoiceId = (invoices: readonly Invoice[]): string =>
  invoiceId(Math.max(0, ...invoices.map((invoice) => Number(invoice.id.replace(/\D/g, '')))) + 1);
