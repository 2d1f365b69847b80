import type { ESTree } from 'vite';

export type Node = ESTree.Node;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

/** The nodes directly below one, in the order of the source. */
export function childrenOf(node: Node): Node[] {
  return Object.entries(node)
    .filter(([name]) => name !== 'parent')
    .flatMap(([, value]: [string, unknown]) => (Array.isArray(value) ? value : [value]))
    .filter(isNode)
    .toSorted((one, other) => one.start - other.start);
}

/** Without parentheses and what is said of types alone. */
export function bare(node: Node): Node {
  return node.type === 'ParenthesizedExpression' ||
    node.type === 'TSAsExpression' ||
    node.type === 'TSSatisfiesExpression'
    ? bare(node.expression)
    : node;
}

/** The name that a node gives to what is inside of it. */
export function nameGiven(node: Node): string | undefined {
  if (node.type === 'FunctionDeclaration') return node.id?.name;
  if (node.type === 'VariableDeclarator' && node.id.type === 'Identifier') return node.id.name;
  return undefined;
}

/** An `if` that ends what it stands in: a guard. */
export function isGuard({ consequent, alternate }: ESTree.IfStatement): boolean {
  const last = consequent.type === 'BlockStatement' ? consequent.body.at(-1) : consequent;
  const ends = ['ReturnStatement', 'ThrowStatement', 'ContinueStatement'];
  return !alternate && last !== undefined && ends.includes(last.type);
}

const comparisons = ['===', '!==', '<', '>', '<=', '>=', 'in', 'instanceof'];
const askingMethods = ['some', 'every', 'includes', 'has', 'test', 'startsWith', 'endsWith'];
const askingName = /^(?:is|has|may|keeps|matches|reads)[A-Z]/;

/** Whether an expression is true or false by its form or by the name of what it calls. */
export function isAsking(node: Node): boolean {
  if (node.type === 'ChainExpression') return isAsking(node.expression);
  if (node.type === 'UnaryExpression') return node.operator === '!';
  if (node.type === 'BinaryExpression') return comparisons.includes(node.operator);
  if (node.type !== 'CallExpression') return false;
  const { callee } = node;
  if (callee.type === 'Identifier') return askingName.test(callee.name);
  return (
    callee.type === 'MemberExpression' &&
    callee.property.type === 'Identifier' &&
    askingMethods.includes(callee.property.name)
  );
}

/** What stands to the right of `??` where nothing is known: a default, and no check. */
export function isDefault(node: Node): boolean {
  const inner = bare(node);
  if (inner.type === 'Identifier') return inner.name === 'Infinity';
  if (inner.type === 'UnaryExpression') return isDefault(inner.argument);
  if (inner.type === 'ArrayExpression') return inner.elements.length === 0;
  if (inner.type === 'ObjectExpression') return inner.properties.length === 0;
  if (inner.type === 'NewExpression') return inner.arguments.length === 0;
  return inner.type === 'Literal';
}

/** An array whose places have a meaning, so that nothing in it is an element among others. */
export function isPositional(parent: Node): boolean {
  if (parent.type === 'VariableDeclarator') return parent.id.type === 'ArrayPattern';
  if (parent.type === 'AssignmentExpression') return parent.left.type === 'ArrayPattern';
  if (parent.type === 'ArrayExpression') return true;
  return (
    parent.type === 'CallExpression' &&
    parent.callee.type === 'MemberExpression' &&
    parent.callee.object.type === 'Identifier' &&
    parent.callee.object.name === 'Promise'
  );
}

/** A list, a table or a memory, which a module makes when it is loaded. */
export function isTable(node: Node): boolean {
  const { type } = bare(node);
  return type === 'ArrayExpression' || type === 'ObjectExpression' || type === 'NewExpression';
}
