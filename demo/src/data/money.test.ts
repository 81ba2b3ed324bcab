import { describe, expect, it } from 'vitest';
import { addDays, shownStatus, totalsOf } from './money.ts';
import type { Invoice } from './types.ts';

const invoice = (status: Invoice['status'], due: string): Invoice => ({
  id: 'INV-1',
  customerId: 'c1',
  issued: '2026-01-01',
  due,
  lines: [],
  status,
});

describe('money', () => {
  it('adds 10 % tax, rounded down once for the whole invoice', () => {
    const lines = [
      { description: 'a', quantity: 1, unitPrice: 105 },
      { description: 'b', quantity: 1, unitPrice: 104 },
    ];
    expect(totalsOf(lines)).toEqual({ subtotal: 209, tax: 20, total: 229 });
  });
  it('calls a sent invoice overdue only after its due day', () => {
    expect(shownStatus(invoice('sent', '2026-01-31'), '2026-01-31')).toBe('sent');
    expect(shownStatus(invoice('sent', '2026-01-31'), '2026-02-01')).toBe('overdue');
    expect(shownStatus(invoice('paid', '2026-01-31'), '2026-02-01')).toBe('paid');
  });
  it('counts days across months and years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  });
});
