export function start(root: HTMLElement): void { root.textContent = ''; }
