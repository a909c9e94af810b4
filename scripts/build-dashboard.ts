import path from 'node:path';
import { ensureDashboardBuilt } from '../src/composition/dashboard-build.ts';

const { root, built } = await ensureDashboardBuilt();
console.log(`${built ? 'Built' : 'Up to date'}: ${path.relative(process.cwd(), root)}`);
