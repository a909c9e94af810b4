/** The superuser that initdb makes: migrations and backups work as it, no request does. */
export const OWNER = 'lea';

/** The owner's connection string; without a socket folder, over loopback. */
export function clusterUrl(at: {
  readonly password: string;
  readonly port: number;
  readonly socketDir: string | null;
}): string {
  const host = at.socketDir === null ? '' : `?host=${encodeURIComponent(at.socketDir)}`;
  return `postgres://${OWNER}:${encodeURIComponent(at.password)}@127.0.0.1:${at.port}/postgres${host}`;
}
