import { afterEach, describe, expect, test } from 'vitest';
import { LeaError, type ErrorKind } from '../../../src/domain/shared/errors.ts';
import { ProviderError } from '../../../src/ports/provider-error.ts';
import { ID, startTestApp, type TestApp } from '../../support/test-app.ts';

let app: TestApp;
afterEach(() => app.close());

const failing = async (error: unknown) => {
  app = await startTestApp();
  app.useCases.when('takeOver', () => {
    throw error;
  });
  return app.call('POST', '/functions/take-over', { as: 'support', body: { conversation_id: ID } });
};

describe('a failure', () => {
  test.each<[ErrorKind, number]>([
    ['invalid', 400],
    ['unauthenticated', 401],
    ['forbidden', 403],
    ['not_found', 404],
    ['conflict', 409],
    ['unprocessable', 422],
    ['limited', 429],
    ['unavailable', 503],
  ])('of kind %s is %i with its code, sentence and details', async (kind, status) => {
    const answer = await failing(new LeaError(kind, 'some_code', 'A sentence.', { field: 'x' }));
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual({
      code: 'some_code',
      message: 'A sentence.',
      details: { field: 'x' },
    });
  });

  test('of a limit says when to come back', async () => {
    const { headers } = await failing(
      new LeaError('limited', 'slow_down', 'Later.', { retryAfterSeconds: 12.2 }),
    );
    expect(headers.get('retry-after')).toBe('13');
  });

  test('of a provider is 503 without its words', async () => {
    const { status, body } = await failing(
      new ProviderError('openai', 'rejected', 'key sk-123 is wrong'),
    );
    expect([status, body['code']]).toEqual([503, 'provider_unavailable']);
    expect(JSON.stringify(body)).not.toContain('sk-123');
  });

  test.each([
    '08006',
    '08P01',
    '25006',
    '25P03',
    '40001',
    '40P01',
    '53000',
    '53100',
    '53200',
    '53300',
    '53400',
    '55P03',
    '57014',
    '57P01',
    '57P02',
    '57P03',
    '57P05',
    '58000',
    '58030',
    'ECONNREFUSED',
    'ECONNRESET',
  ])('of a database that cannot take it now is 503, not 500: %s', async (code) => {
    const error = Object.assign(new Error('could not extend file "base/5/1": a value'), { code });
    const { status, body, headers } = await failing(error);
    expect([status, body['code']]).toEqual([503, 'database_unavailable']);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(JSON.stringify(body)).not.toContain('base/5/1');
  });

  test.each(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'EMFILE', 'ENFILE'])(
    'of a disk that takes no more is 503 too: %s',
    async (code) => {
      const error = Object.assign(new Error('write /data/media/x'), { code, syscall: 'write' });
      const { status, body } = await failing(error);
      expect([status, body['code']]).toEqual([503, 'storage_unavailable']);
      expect(JSON.stringify(body)).not.toContain('/data');
    },
  );

  test.each(['22P02', '23502', '42P01', '42703', 'XX000', 'ENOENT', 'EACCES'])(
    'that is a defect of ours stays 500: %s',
    async (code) => {
      expect((await failing(Object.assign(new Error('x'), { code }))).status).toBe(500);
    },
  );

  test('that nobody expected is 500 with the request id, and nothing of a person in answer or log', async () => {
    const error = Object.assign(new Error('insert … values (+24174123456) - duplicate key'), {
      code: '23505',
      constraint: 'users_phone',
      detail: 'Key (phone_number)=(+24174123456) already exists.',
    });
    const { status, body, headers } = await failing(error);
    expect([status, body['code']]).toEqual([500, 'internal']);
    expect(body['details']).toEqual({ request_id: headers.get('x-request-id') });
    const line = app.log.lines.find(({ event }) => event === 'http.failure');
    expect(line?.fields).toMatchObject({
      requestId: headers.get('x-request-id'),
      code: '23505',
      constraint: 'users_phone',
    });
    expect(String(line?.fields['at'])).toContain('errors.test.ts');
    expect(JSON.stringify([body, app.log.lines])).not.toContain('24174123456');
    expect(JSON.stringify(body)).not.toContain('errors.test.ts');
  });

  test('that is no error at all is 500 too', async () => {
    expect((await failing('a string')).status).toBe(500);
  });
});

describe('the access log', () => {
  test('has route, status and id, but neither path, query, address nor words', async () => {
    app = await startTestApp();
    const id = '0190a1b2-1111-7000-8000-000000000009';
    await app.call('DELETE', '/functions/delete-user-data?phone_number=%2B24174123456', {
      as: 'admin',
      headers: { 'x-request-id': id },
    });
    await app.call('GET', '/nothing/24174123456', { headers: { 'x-request-id': '24174123456' } });
    await app.fetch('/healthz');
    await expect.poll(() => app.log.lines.length).toBe(2);
    expect(app.log.lines[0]).toMatchObject({
      event: 'http.request',
      fields: {
        requestId: id,
        method: 'DELETE',
        route: '/functions/delete-user-data',
        status: 200,
      },
    });
    expect(JSON.stringify(app.log.lines)).not.toMatch(/24174123456|127\.0\.0\.1/);
  });
});
