/** Longer than any page of ours. */
const MAX_LENGTH = 2_048;
/** One decoding more than any proxy, library and browser on the way do. */
const DECODINGS = 3;
/** What browsers drop, or take for a slash, before they read an address. */
const DROPPED = /[\\\p{Cc}]/u;
/** `callbackURL`, `redirectTo`, `errorCallbackURL`, `redirect_uri` and their kin, however they are spelt. */
const LEADS_SOMEWHERE = /(?:callback|redirect|return)(?:to|ur[li])?$/;

/**
 * The first field of a sign-in request that leads somewhere else than to a page of ours, in its query, body or
 * headers; null when there is none. Origins that may ask us for something are not led to.
 */
export async function leadingAway(
  request: Request,
  ownOrigins: readonly string[],
): Promise<string | null> {
  const fields = [
    ...new URL(request.url).searchParams,
    ...request.headers,
    ...(await bodyFields(request)),
  ];
  const found = fields.find(
    ([name, value]) =>
      LEADS_SOMEWHERE.test(name.toLowerCase().replace(/[^a-z]/g, '')) &&
      ![value].flat().every((target) => isOwnPage(target, ownOrigins)),
  );
  return found === undefined ? null : printable(found[0]);
}

/** A path, or an address of our own origin, that no reading of it takes for another site's. */
function isOwnPage(target: unknown, ownOrigins: readonly string[]): boolean {
  if (target === undefined || target === null || target === '') return true;
  if (typeof target !== 'string' || target.length > MAX_LENGTH || DROPPED.test(target))
    return false;
  const [home = ''] = ownOrigins;
  const origin = ownOrigins.find((own) => target.startsWith(own)) ?? '';
  const rest = target.slice(origin.length);
  // Behind the origin only what ends it: no user, no further label, no port.
  if (rest === '' ? origin === '' : !(origin === '' ? /^\// : /^[/?#]/).test(rest)) return false;
  const path = rest.split(/[?#]/, 1)[0] ?? '';
  return readings(path).every(
    (reading) =>
      reading !== null &&
      !DROPPED.test(reading) &&
      !/^[\\/]{2}/.test(reading) &&
      URL.canParse(reading, home) &&
      !new URL(reading, home).pathname.startsWith('//') &&
      ownOrigins.includes(new URL(reading, home).origin),
  );
}

/** A path as it is written and as it is after each decoding; null for what cannot be decoded. */
function readings(path: string): readonly (string | null)[] {
  const all: (string | null)[] = [path];
  for (let round = 0; round < DECODINGS; round += 1) {
    const last = all.at(-1);
    if (last === null || last === undefined || !last.includes('%')) break;
    all.push(decoded(last));
  }
  return all;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

async function bodyFields(request: Request): Promise<readonly (readonly [string, unknown])[]> {
  if (request.body === null) return [];
  const text = await request.clone().text();
  const type = request.headers.get('content-type') ?? '';
  if (/urlencoded/i.test(type)) return [...new URLSearchParams(text)];
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? Object.entries(body) : [];
  } catch {
    // What is neither is the library's to refuse.
    return [];
  }
}

/** As it may stand in an answer. */
const printable = (name: string): string => name.replace(/[^\w.[\]-]/g, '').slice(0, 40);
