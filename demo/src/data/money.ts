import type { Invoice, Line, ShownStatus } from './types.ts';

/** Consumption tax, the standard rate. */
export const TAX_RATE = 0.1;

export interface Totals {
  readonly subtotal: number;
  readonly tax: number;
  readonly total: number;
}
/** Yen. Tax is rounded down once per invoice, as the qualified-invoice rules ask for (one rounding per rate). */
export const totalsOf = (lines: readonly Line[]): Totals => {
  const subtotal = lines.reduce((sum, line) => sum + line.quantity * line.unitPrice, 0);
  const tax = Math.floor(subtotal * TAX_RATE);
  return { subtotal, tax, total: subtotal + tax };
};

export const shownStatus = (invoice: Invoice, today: string): ShownStatus =>
  invoice.status === 'sent' && invoice.due < today ? 'overdue' : invoice.status;

/** Calendar day in the visitor's own zone. */
export const dayOf = (date: Date): string => {
  const month = String(date.getMonth() + 1).padStart(2, '0');
  return `${date.getFullYear()}-${month}-${String(date.getDate()).padStart(2, '0')}`;
};
export const addDays = (day: string, days: number): string => {
  const date = new Date(`${day}T12:00:00`);
  date.setDate(date.getDate() + days);
  return dayOf(date);
};
