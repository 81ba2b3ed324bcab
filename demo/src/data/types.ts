/** Money is whole yen; days are calendar days `YYYY-MM-DD`. */
export interface Customer {
  readonly id: string;
  readonly name: string;
  readonly contact: string;
  readonly email: string;
}
export interface Line {
  readonly description: string;
  readonly quantity: number;
  readonly unitPrice: number;
}
export type InvoiceStatus = 'draft' | 'sent' | 'paid';
/** What people see: a sent invoice past its due day is overdue. */
export type ShownStatus = InvoiceStatus | 'overdue';
export interface Invoice {
  readonly id: string;
  readonly customerId: string;
  readonly issued: string;
  readonly due: string;
  readonly lines: readonly Line[];
  readonly status: InvoiceStatus;
  readonly paidOn?: string | undefined;
}
export type Plan = 'trial' | 'team' | 'business';
export interface Company {
  readonly name: string;
  readonly registrationNumber: string;
  readonly address: string;
}
export interface Data {
  readonly customers: readonly Customer[];
  readonly invoices: readonly Invoice[];
  readonly company: Company;
  readonly plan: Plan;
}
