/**
 * `node demo/scripts/make-prescription.ts`: the picture of a prescription that is shown in the demo; it names no
 * one.
 */
import { writeFile } from 'node:fs/promises';
import sharp from 'sharp';

const WIDTHS = [210, 150, 110, 190, 90, 160];
const lines = WIDTHS.map(
  (width, index) =>
    `<rect x="40" y="${170 + index * 26}" width="${width}" height="7" rx="3" fill="#8a93a6"/>`,
);
const DRAWING = `<svg xmlns="http://www.w3.org/2000/svg" width="360" height="480">
  <rect width="360" height="480" fill="#d9d2c5"/>
  <g transform="rotate(-2 180 240)">
    <rect x="18" y="16" width="324" height="448" rx="4" fill="#fffdf7" stroke="#c9c2b4"/>
    <text x="40" y="62" font-family="serif" font-size="22" fill="#2b3a55">Cabinet médical</text>
    <text x="40" y="84" font-family="serif" font-size="12" fill="#2b3a55">(exemple de démonstration)</text>
    <text x="40" y="140" font-family="serif" font-size="20" font-weight="bold" fill="#2b3a55">ORDONNANCE</text>
    ${lines.join('')}
    <path d="M210 400 q14 -34 26 -2 t28 -10 t30 6" fill="none" stroke="#2b4aa0" stroke-width="3"/>
  </g>
</svg>`;

const picture = await sharp(Buffer.from(DRAWING)).png({ palette: true, colours: 32 }).toBuffer();
// What follows the picture is what the stub reads, which sees none.
await writeFile(
  new URL('../story/ordonnance.png', import.meta.url),
  Buffer.concat([picture, Buffer.from('lea-demo:ordonnance')]),
);
