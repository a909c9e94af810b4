/** Set by our own mount from the connection, never by a client. */
export const CLIENT_ADDRESS_HEADER = 'x-lea-client-address';
