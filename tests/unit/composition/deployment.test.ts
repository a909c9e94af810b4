import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readConfig, SETTINGS } from '../../../src/composition/config.ts';

const read = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../../../${name}`, import.meta.url)), 'utf8');
const secret = (letter: string): string => `${letter}7Kq2mVx9LrT4wYb8NzHc3PfJd6GsEa5`;

describe('.env.example', () => {
  const lines = read('.env.example').split('\n');
  const offered = lines.flatMap((line) => /^(?:# )?([A-Z][A-Z0-9_]*)=/.exec(line)?.[1] ?? []);

  it('has every setting once, and no other', () => {
    expect(offered.toSorted()).toEqual(SETTINGS.toSorted());
  });

  it('means the same to node, systemd and Docker: behind the value of a line stands nothing', () => {
    for (const line of lines.filter((text) => /^(?:# )?[A-Z][A-Z0-9_]*=/.test(text)))
      expect(line).toMatch(/^(?:# )?[A-Z][A-Z0-9_]*=\S*$/);
  });

  it('changes nothing when it is taken as it is', () => {
    const asDocker = Object.fromEntries(
      lines.flatMap((line) => {
        const cut = line.indexOf('=');
        return line.startsWith('#') || cut < 0 ? [] : [[line.slice(0, cut), line.slice(cut + 1)]];
      }),
    );
    expect(parseEnv(lines.join('\n'))).toEqual(asDocker);
    expect(readConfig(asDocker)).toEqual(readConfig({}));
  });
});

/** `NAME: value` lines below `environment:` of one service. */
function environmentIn(compose: string, service: string): Record<string, string> {
  const [, below = ''] = compose.split(new RegExp(`^  ${service}:\\n`, 'm'));
  const [own = ''] = below.split(/^ {0,3}\S/m);
  const [, block = ''] = own.split('    environment:\n');
  const lines = block.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('      '));
  return Object.fromEntries(
    lines.slice(0, end).map((line) => {
      const cut = line.indexOf(':');
      return [line.slice(0, cut).trim(), line.slice(cut + 1).trim()];
    }),
  );
}

describe('the container', () => {
  const dockerfile = read('Dockerfile');
  const image = Object.fromEntries(
    [...dockerfile.matchAll(/^ENV (.*)$/gm)].flatMap(([, pairs = '']) =>
      pairs.split(' ').map((pair) => pair.split('=') as [string, string]),
    ),
  );
  const keys = { AUTH_SECRET: secret('a'), ERASURE_KEY: secret('b') };

  it('lets others in, so it does not start on secrets that it made up', () => {
    expect(() => readConfig(image)).toThrow(/^AUTH_SECRET is required/);
    expect(readConfig({ ...image, ...keys })).toMatchObject({
      host: '0.0.0.0',
      environment: 'production',
      exposure: { trial: false },
    });
  });

  it('starts node itself, which gets the signals, with the same limits as npm start', () => {
    const command = JSON.parse(/^CMD (.*)$/m.exec(dockerfile)![1]!) as string[];
    expect(command[0]).toBe('node');
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    expect(scripts['start']).toContain(command.slice(1).join(' '));
    expect(read('docs/operations.md')).toContain(command.slice(1).join(' '));
  });

  it('is reached whatever .env says for a machine', () => {
    const compose = read('compose.yaml');
    const set = environmentIn(compose, 'lea');
    const machine = parseEnv(read('.env.example'));
    const config = readConfig({
      ...image,
      ...machine,
      ...keys,
      ...set,
      DATABASE_URL: set['DATABASE_URL']?.replace('${POSTGRES_PASSWORD}', 'a1b2'),
    });
    expect(config).toMatchObject({ host: '0.0.0.0', environment: 'production', dataDir: '/data' });
    expect(compose).toContain(`:${config.port}\n`);
    expect(dockerfile).toContain(`EXPOSE ${config.port}`);
    expect(dockerfile).toContain(`VOLUME ${config.dataDir}`);
  });
});
