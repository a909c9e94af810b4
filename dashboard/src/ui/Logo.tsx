/** Léa's leaf. */
export function Logo({ size = 32 }: { readonly size?: number }) {
  return <img src="/favicon.svg" width={size} height={size} alt="" />;
}
