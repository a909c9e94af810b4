import type { Branded } from '../shared/branded.ts';

export type MessageId = Branded<string, 'MessageId'>;
