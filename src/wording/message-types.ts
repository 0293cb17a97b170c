import {
  FluentParser,
  type FunctionReference,
  type Message,
  type SelectExpression,
  type VariableReference,
  Visitor,
} from '@fluent/syntax';

/** What each function of functions.ts takes; a bare gap takes anything that can be shown. */
const TAKES: Record<string, string> = {
  CODE: 'string',
  PHONE: 'string',
  RAW: 'string',
  TIME: 'string',
  JALALI: 'string',
  RIAL: 'number',
  TOMAN: 'number',
  COUNT: 'number',
  PLAIN: 'number',
};

/** Each sentence of a .ftl file with its gaps, as `gap → TypeScript type`. Junk in the file throws. */
export function gapsOf(source: string): Map<string, Map<string, string>> {
  const resource = new FluentParser().parse(source);
  const messages = new Map<string, Map<string, string>>();
  for (const entry of resource.body) {
    if (entry.type === 'Junk') throw new Error(`not Fluent: ${String(entry.content).slice(0, 80)}`);
    if (entry.type !== 'Message') continue;
    const message = entry as Message;
    const gaps = new GapCollector();
    gaps.visit(message);
    messages.set(message.id.name, gaps.found);
  }
  return messages;
}

class GapCollector extends Visitor {
  readonly found = new Map<string, string>();

  override visitFunctionReference(node: FunctionReference): void {
    for (const argument of node.arguments.positional) {
      if (argument.type === 'VariableReference') this.note(argument, TAKES[node.id.name]);
    }
    this.genericVisit(node);
  }

  override visitSelectExpression(node: SelectExpression): void {
    if (node.selector.type === 'VariableReference') {
      const keys = node.variants.map(({ key }) =>
        key.type === 'Identifier' ? key.name : key.value,
      );
      const plural = keys.every((key) => /^(\d+|zero|one|two|few|many|other)$/.test(key));
      this.note(node.selector, plural ? 'number' : 'string');
    }
    this.genericVisit(node);
  }

  override visitVariableReference(node: VariableReference): void {
    if (!this.found.has(node.id.name)) this.found.set(node.id.name, 'Gap');
  }

  private note(node: object, type: string | undefined): void {
    const name = (node as { id: { name: string } }).id.name;
    if (type) this.found.set(name, type);
  }
}

/** The content of messages.generated.ts for this .ftl file. */
export function messageTypes(source: string): string {
  const lines = [...gapsOf(source)].map(([key, gaps]) => {
    const fields = [...gaps].map(([name, type]) => `${name}: ${type}`).join('; ');
    return `  '${key}': ${fields ? `{ ${fields} }` : 'Record<never, never>'};`;
  });
  return [
    "// Made by `npm run messages` from locales/fa.ftl; don't edit.",
    "import type { Gap } from './sentence.ts';",
    '',
    'export interface MessageArguments {',
    ...lines,
    '}',
    '',
  ].join('\n');
}
