/** "+241 77 00 12 34": groups of two after the country's three digits; any other number as it is. */
export const formatPhone = (phone: string): string =>
  phone.replace(
    /^(\+\d{3})(\d{2,})$/,
    (_, country: string, rest: string) =>
      `${country}\u00a0${rest.replace(/(\d{2})(?=\d)/g, '$1\u00a0')}`,
  );
