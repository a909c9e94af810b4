import { createHash } from 'node:crypto';
import { AwsClient } from 'aws4fetch';
import type { MediaStore } from '../../../ports/media-store.ts';
import { checkKey, checkPrefix, LIST_LIMIT } from '../media-key.ts';
import { s3Failure, s3Silence } from './s3-errors.ts';

export interface S3Options {
  /** `https://s3.eu-west-3.amazonaws.com`, MinIO, R2, Supabase's `…/storage/v1/s3` */
  readonly endpoint: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly region: string;
  readonly timeoutMs?: number;
}

interface Answer {
  readonly status: number;
  readonly mimeType: string | null;
  readonly bytes: Uint8Array;
}

/** Files in any S3-compatible object store, addressed by path. */
export class S3MediaStore implements MediaStore {
  readonly #client: AwsClient;
  readonly #base: string;
  readonly #timeoutMs: number;

  constructor(options: S3Options) {
    this.#client = new AwsClient({
      accessKeyId: options.accessKeyId,
      secretAccessKey: options.secretAccessKey,
      region: options.region,
      service: 's3',
      // Every call here may be repeated safely: one more try rides out a hiccup.
      retries: 1,
    });
    this.#base = `${options.endpoint.replace(/(?<!\/)\/+$/, '')}/${encodeURIComponent(options.bucket)}`;
    this.#timeoutMs = options.timeoutMs ?? 15_000;
  }

  async put(key: string, bytes: Uint8Array, mimeType: string): Promise<void> {
    checkKey(key);
    const answer = await this.#call('PUT', `/${key}`, { bytes, mimeType });
    if (answer.status !== 200) throw failure(answer);
  }

  async get(
    key: string,
  ): Promise<{ readonly bytes: Uint8Array; readonly mimeType: string } | null> {
    checkKey(key);
    const answer = await this.#call('GET', `/${key}`);
    if (answer.status === 200)
      return { bytes: answer.bytes, mimeType: answer.mimeType ?? 'application/octet-stream' };
    if (isAbsent(answer)) return null;
    throw failure(answer);
  }

  async delete(key: string): Promise<void> {
    checkKey(key);
    const answer = await this.#call('DELETE', `/${key}`);
    if (answer.status !== 204 && answer.status !== 200 && !isAbsent(answer)) throw failure(answer);
  }

  async list(prefix: string): Promise<readonly string[]> {
    checkPrefix(prefix);
    const query = new URLSearchParams({ 'list-type': '2', 'max-keys': String(LIST_LIMIT), prefix });
    const answer = await this.#call('GET', `?${query.toString()}`);
    if (answer.status !== 200) throw failure(answer);
    // Our keys need no XML escapes; whatever else lies in the bucket is not ours.
    return Array.from(text(answer).matchAll(/<Key>([a-z0-9_./-]+)<\/Key>/g), ([, key = '']) => key);
  }

  /** The time-out covers reading the body and the second try as well. */
  async #call(
    method: string,
    path: string,
    content?: { readonly bytes: Uint8Array; readonly mimeType: string },
  ): Promise<Answer> {
    const bytes = content?.bytes ?? new Uint8Array();
    try {
      const response = await this.#client.fetch(`${this.#base}${path}`, {
        method,
        headers: {
          // Signed with its hash, the content cannot be exchanged on the way.
          'X-Amz-Content-Sha256': createHash('sha256').update(bytes).digest('hex'),
          ...(content === undefined ? {} : { 'Content-Type': content.mimeType }),
        },
        ...(content === undefined ? {} : { body: Buffer.from(content.bytes) }),
        redirect: 'error',
        signal: AbortSignal.timeout(this.#timeoutMs),
      });
      return {
        status: response.status,
        mimeType: response.headers.get('content-type'),
        bytes: new Uint8Array(await response.arrayBuffer()),
      };
    } catch (error) {
      throw s3Silence(error);
    }
  }
}

const text = (answer: Answer): string => Buffer.from(answer.bytes).toString('utf8');
const failure = (answer: Answer): Error => s3Failure(answer.status, text(answer));
/** A missing bucket is 404 too, but that is a wrong setting and no absent file. */
const isAbsent = (answer: Answer): boolean =>
  answer.status === 404 && !text(answer).includes('NoSuchBucket');
