/** Writes docs/privacy-register.md from the register in the code. */
import { writeFileSync } from 'node:fs';
import { registerDocument } from '../src/domain/privacy/register-document.ts';

writeFileSync(new URL('../docs/privacy-register.md', import.meta.url), registerDocument());
