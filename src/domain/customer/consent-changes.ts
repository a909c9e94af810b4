import type { ConsentPurpose, Customer, CustomerChanges } from './customer.ts';

/** What an answer about consent changes of a customer; `version` is that of the text, `newestTransfer` today's. */
export function consentChanges(
  purpose: ConsentPurpose,
  given: boolean,
  version: string | null,
  newestTransfer: string | null,
): CustomerChanges {
  switch (purpose) {
    case 'marketing':
      return { marketingConsent: given };
    case 'service':
      return { serviceConsent: given, ...(given ? { consentVersion: version } : {}) };
    case 'transfer_abroad':
      // Who refuses is not asked again for the model of today.
      return { transferConsent: given, transferVersion: given ? version : newestTransfer };
  }
}

/** Service consent taken back: the transfer goes with it, and both are asked anew should they come back. */
export function withdrawal(
  customer: Pick<Customer, 'transferConsent'>,
  now: Date,
): { readonly changes: CustomerChanges; readonly purposes: readonly ConsentPurpose[] } {
  return {
    changes: {
      serviceConsent: false,
      consentAskedAt: now,
      transferConsent: null,
      transferVersion: null,
    },
    purposes: customer.transferConsent === true ? ['service', 'transfer_abroad'] : ['service'],
  };
}
