import type { AppContext } from '../core/app-context.ts';
import { HttpProblem } from '../core/http-problem.ts';
import { readBody } from '../core/request/read-body.ts';

/** Room for the envelope of a form around the file itself. */
const ENVELOPE = 16_384;

/**
 * The one file of a request: its body, or the first file of a form.
 * @throws HttpProblem 413 `too_large`, 400 `no_file`, `invalid_form`
 */
export async function uploadedFile(ctx: AppContext, limit: number): Promise<Uint8Array> {
  const type = ctx.get('content-type');
  const isForm = /^multipart\/form-data\s*;/i.test(type);
  const body = await readBody(ctx, isForm ? limit + ENVELOPE : limit);
  const file = isForm ? await fileOf(body, type) : body;
  if (file.length > limit)
    throw new HttpProblem(413, 'too_large', `The file is larger than ${limit} bytes.`);
  if (file.length === 0) throw new HttpProblem(400, 'no_file', 'There is no file in this request.');
  return file;
}

async function fileOf(body: Uint8Array, type: string): Promise<Uint8Array> {
  let form: FormData;
  try {
    form = await new Response(new Uint8Array(body), {
      headers: { 'content-type': type },
    }).formData();
  } catch {
    throw new HttpProblem(400, 'invalid_form', 'The form cannot be read.');
  }
  for (const value of form.values())
    if (typeof value !== 'string') return new Uint8Array(await value.arrayBuffer());
  return new Uint8Array();
}
