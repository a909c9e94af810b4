import { z } from 'zod';
import { endpoint } from '../core/endpoint.ts';
import { id, isOnePerson, onePerson, person } from '../core/shapes.ts';

export const deleteUserData = endpoint({
  method: 'DELETE',
  path: '/functions/delete-user-data',
  body: person.refine(isOnePerson, onePerson),
  response: z.record(z.string(), z.int()).describe('How many rows were erased, by table'),
});

export const exportUserData = endpoint({
  method: 'GET',
  path: '/functions/export-user-data',
  query: z.object({ user_id: id }),
  response: z
    .record(z.string(), z.unknown())
    .describe('Everything held about the person, by table'),
});

export const exportUserFolder = endpoint({
  method: 'GET',
  path: '/functions/export-user-folder',
  query: z.object({ user_id: id }),
  response: z.string(),
});
