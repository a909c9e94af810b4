const CODES: Readonly<Record<number, string>> = {
  400: 'invalid_request',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  413: 'too_large',
  415: 'unsupported_media_type',
  422: 'unprocessable',
  429: 'rate_limited',
};
const MESSAGES: Readonly<Record<number, string>> = {
  404: 'There is nothing here.',
  429: 'Too many requests. Try again later.',
};

/** Every error has the shape of the contract, whoever made it: `{ code, message }`, never a stack. */
export async function tidyAnswer(answer: Response): Promise<Response> {
  if (answer.status < 400) return answer;
  const { code, message } = answer.status >= 500 ? {} : await bodyOf(answer);
  const headers = new Headers(answer.headers);
  const wait = headers.get('x-retry-after');
  if (wait !== null) headers.set('retry-after', wait);
  headers.delete('x-retry-after');
  headers.delete('content-length');
  return problem(
    answer.status,
    code ?? CODES[answer.status] ?? 'internal',
    message ?? MESSAGES[answer.status] ?? 'This did not work.',
    headers,
  );
}

/** A refusal of our own. */
export function problem(
  status: number,
  code: string,
  message: string,
  headers: Headers = new Headers(),
): Response {
  headers.set('content-type', 'application/json');
  headers.set('cache-control', 'no-store');
  return new Response(JSON.stringify({ code, message }), { status, headers });
}

async function bodyOf(answer: Response): Promise<{ code?: string; message?: string }> {
  const body: unknown = await answer.json().catch(() => null);
  if (typeof body !== 'object' || body === null) return {};
  const { code, message } = body as Readonly<Record<string, unknown>>;
  return {
    ...(typeof code === 'string' && { code }),
    ...(typeof message === 'string' && { message }),
  };
}
