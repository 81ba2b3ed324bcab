import type { Line } from '../data/types.ts';

/** What has been filled in of an invoice that is not kept yet. */
export interface Form {
  customerId: string;
  issued: string;
  due: string;
  lines: Line[];
  /** Problems are shown from the first try to send. */
  tried: boolean;
}
export const emptyLine: Line = { description: '', quantity: 1, unitPrice: 0 };
