import { parseSync } from 'vite';
import type { Edit, Mutant } from './mutant.ts';
import {
  bare,
  childrenOf,
  isAsking,
  isDefault,
  isGuard,
  isPositional,
  isTable,
  nameGiven,
  type Node,
} from './syntax.ts';

interface Found {
  mutants: readonly Mutant[];
  edits: readonly Edit[];
}

/** A limit that is one further: who is just at it is judged otherwise. */
const neighbours: Readonly<Record<string, string>> = { '<': '<=', '<=': '<', '>': '>=', '>=': '>' };

/** Every check of a source file, with the switches that take each of them out. */
export function findMutants(file: string, source: string): Found {
  const mutants: Mutant[] = [];
  const edits: Edit[] = [];
  const done = new Set<number>();
  const written = ({ start, end }: Node) => source.slice(start, end).replaceAll(/\s+/g, ' ');

  const add = ({ start }: Node, within: string, text: string): string => {
    const id = `${file}#${mutants.length}`;
    const line = source.slice(0, start).split('\n').length;
    mutants.push({ id, file, line, within, text });
    return `isOut(${JSON.stringify(id)})`;
  };
  const wrap = ({ start, end }: Node, before: string, after: string) => {
    edits.push({ start, end, before, after });
  };
  /** Another value where there was a check. */
  const force = (node: Node, within: string, ...values: string[]) => {
    done.add(bare(node).start * source.length + bare(node).end);
    const switches = values.map(
      (value) => `${add(node, within, `${written(node)} → ${value}`)} ? ${value} : `,
    );
    wrap(node, `(${switches.join('')}(`, '))');
  };
  const isDone = ({ start, end }: Node) => done.has(start * source.length + end);
  /** Nothing where there was an element of a list or a row of a table. */
  const leaveOut = (node: Node, within: string, open: string, close: string) => {
    const isOut = add(node, within, `without ${written(node)}`);
    if (node.type === 'SpreadElement') wrap(node.argument, `(${isOut} ? [] : (`, '))');
    else wrap(node, `...(${isOut} ? ${open}${close} : ${open}`, `${close})`);
  };

  function visit(node: Node, parent: Node, within: string, isInside: boolean): void {
    if (node.type === 'IfStatement') {
      force(node.test, within, 'false', ...(isGuard(node) ? [] : ['true']));
    } else if (node.type === 'ConditionalExpression') {
      force(node.test, within, 'true', 'false');
    } else if (node.type === 'ForStatement' || node.type === 'WhileStatement') {
      // A loop without its end proves nothing.
      if (node.test) force(node.test, within);
    } else if (node.type === 'LogicalExpression') {
      const { left, right, operator } = node;
      const neutral = { '&&': 'true', '||': 'false', '??': 'undefined' }[operator];
      const leftmost = bare(left);
      const isChain = leftmost.type === 'LogicalExpression' && leftmost.operator === operator;
      force(left, within, ...(isChain ? [] : [neutral]));
      force(right, within, ...(operator === '??' && isDefault(right) ? [] : [neutral]));
    } else if (node.type === 'ArrayExpression' && !isPositional(parent)) {
      for (const element of node.elements) if (element) leaveOut(element, within, '[', ']');
    } else if (node.type === 'ExpressionStatement') {
      const { expression } = node;
      if (expression.type === 'CallExpression' && expression.callee.type === 'Identifier') {
        force(expression, within, 'undefined');
      }
    } else if (node.type === 'VariableDeclarator' && !isInside && node.init) {
      const inner = bare(node.init);
      if (inner.type === 'ObjectExpression') {
        const table = nameGiven(node) ?? within;
        for (const row of inner.properties) leaveOut(row, table, '{', '}');
      }
      if (isTable(node.init)) wrap(node.init, 'table(() => (', '))');
    } else if (node.type === 'CallExpression' && written(node.callee) === 'expectTag') {
      const [element] = node.arguments;
      if (element) force(node, within, written(element));
    } else if (isAsking(node) && !isDone(node)) {
      force(node, within, 'true', 'false');
    }
    const moved = node.type === 'BinaryExpression' && neighbours[node.operator];
    if (moved && parent.type !== 'ForStatement') {
      force(node, within, `${written(node.left)} ${moved} ${written(node.right)}`);
    }
    // What is denied or asked through `?.` is the same check.
    if (node.type === 'UnaryExpression' && node.operator === '!') force(node.argument, within);
    if (node.type === 'ChainExpression') force(node.expression, within);

    const name = nameGiven(node) ?? within;
    const isFunction = node.type.includes('Function');
    for (const child of childrenOf(node)) visit(child, node, name, isInside || isFunction);
  }

  const { program } = parseSync(file, source);
  visit(program, program, '', false);
  return { mutants, edits };
}
