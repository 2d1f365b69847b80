/** Searches in the page of `docs/ayuda.html`: what is not found is hidden. It runs in that page alone. */
import { findByWords } from '../../src/find-by-words.ts';

const form = document.querySelector('form');
const input = document.querySelector('input');
const status = document.querySelector('[role=status]');
const rows = [...document.querySelectorAll<HTMLElement>('[data-topic]')];
const holders = [...document.querySelectorAll<HTMLElement>('[data-holds]')];

const wordsOf = (row: HTMLElement): readonly string[] => [
  row.textContent ?? '',
  row.dataset['also'] ?? '',
];

function show(): void {
  const found = new Set(findByWords(input?.value ?? '', rows, wordsOf));
  const isSearch = found.size < rows.length;
  for (const row of rows) row.hidden = !found.has(row);
  for (const holder of holders) {
    const { length } = holder.querySelectorAll('[data-topic]:not([hidden])');
    holder.hidden = length === 0;
    if (!(holder instanceof HTMLDetailsElement)) continue;
    holder.open = isSearch;
    const count = holder.querySelector('summary span');
    if (count) count.textContent = String(length);
  }
  if (!form || !status) return;
  const { one = '', many = '', none = '' } = form.dataset;
  const count = found.size === 1 ? one : many.replace('$1', String(found.size));
  status.textContent = found.size === 0 ? none : count;
}

if (form) form.hidden = false;
form?.addEventListener('submit', (event) => event.preventDefault());
input?.addEventListener('input', show);
show();
