import { useCallback, useState } from 'react';

export interface SimulatedCustomer {
  readonly phone: string;
  readonly name: string;
}

const KEY = 'lea.simulator.customers';
/** Nobody of the demo's customers. */
const NAMES = [
  'Ruth Avomo',
  'Yann Mapaga',
  'Carine Bignoumba',
  'Davy Essono',
  'Laure Nkoghe',
  'Boris Tsamba',
  'Léontine Rapono',
  'Ousmane Keïta',
];

/**
 * Made up, of a range that Gabon has not given out (70), and apart from the demo's customers (70 00). It only ever
 * exists in the fake gateway: nothing is sent to it.
 */
function newCustomer(taken: readonly SimulatedCustomer[]): SimulatedCustomer {
  const digits = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
  const phone = `+2417001${String(digits % 10_000).padStart(4, '0')}`;
  if (taken.some((customer) => customer.phone === phone)) return newCustomer(taken);
  return { phone, name: NAMES[taken.length % NAMES.length] ?? 'Client' };
}

function kept(): readonly SimulatedCustomer[] {
  try {
    const list = JSON.parse(localStorage.getItem(KEY) ?? '[]') as unknown;
    if (!Array.isArray(list)) return [];
    return list.filter(
      (item): item is SimulatedCustomer =>
        typeof (item as SimulatedCustomer | null)?.phone === 'string' &&
        typeof (item as SimulatedCustomer).name === 'string',
    );
  } catch {
    return [];
  }
}

/** The imagined phones of this browser; the first is made by itself. */
export function useCustomers() {
  const [customers, setCustomers] = useState<readonly SimulatedCustomer[]>(() => {
    const known = kept();
    if (known.length > 0) return known;
    const first = [newCustomer([])];
    localStorage.setItem(KEY, JSON.stringify(first));
    return first;
  });
  const add = useCallback((): SimulatedCustomer => {
    const made = newCustomer(customers);
    const next = [made, ...customers].slice(0, 12);
    localStorage.setItem(KEY, JSON.stringify(next));
    setCustomers(next);
    return made;
  }, [customers]);
  return { customers, add };
}
