import type { ViewNode } from './node';

/** Native components that hold a value of their own. */
const FIELDS = new Set(['input', 'textarea', 'switch', 'slider', 'picker', 'checkbox-group', 'radio-group']);

/** A tap on the label works the first of these inside it. */
const LABELLED = new Set(['checkbox', 'radio', 'switch', 'button', 'input', 'textarea']);

/** Sends a native event to a node; returns whether anything listened. */
type Send = (node: ViewNode, type: string, detail?: object) => boolean;

/** What WeChat's native components do by themselves when they are tapped. */
export class Controls {
  constructor(
    private readonly root: ViewNode,
    private readonly send: Send,
    /** An `open-type` that WeChat itself serves. */
    private readonly openType: (button: ViewNode) => void,
    private readonly navigate: (navigator: ViewNode) => void,
  ) {}

  /** The default action of a tap on `node`. Returns whether a control took it. */
  activate(node: ViewNode): boolean {
    for (const candidate of [node, ...node.ancestors()]) {
      if (candidate.is('disabled')) return true;
      if (this.act(candidate)) return true;
    }
    return false;
  }

  private act(node: ViewNode): boolean {
    switch (node.tag) {
      case 'switch':
        toggle(node);
        this.send(node, 'change', { value: node.is('checked') });
        return true;
      case 'checkbox':
        toggle(node);
        this.groupChanged(node, 'checkbox-group');
        return true;
      case 'radio':
        this.choose(node);
        return true;
      case 'button':
        return this.button(node);
      case 'navigator':
        this.navigate(node);
        return true;
      case 'label':
        return this.label(node);
      case 'input':
      case 'textarea':
      case 'picker':
        return true;
      default:
        return false;
    }
  }

  private choose(radio: ViewNode): void {
    if (radio.is('checked')) return;
    const group = closest(radio, 'radio-group');
    for (const other of group?.walk() ?? []) if (other.tag === 'radio') other.removeAttribute('checked');
    radio.setAttribute('checked', true);
    this.groupChanged(radio, 'radio-group');
  }

  private groupChanged(node: ViewNode, tag: string): void {
    const group = closest(node, tag);
    if (group) this.send(group, 'change', { value: fieldValue(group) });
  }

  private button(node: ViewNode): boolean {
    const form = closest(node, 'form');
    const formType = node.attribute('form-type');
    if (form && formType === 'submit') this.send(form, 'submit', { value: formValues(form), target: {} });
    if (form && formType === 'reset') this.send(form, 'reset');
    if (node.attribute('open-type') !== '') this.openType(node);
    return true;
  }

  private label(label: ViewNode): boolean {
    const id = label.attribute('for');
    const scope = id === '' ? label : this.root;
    for (const node of scope.walk()) {
      if (!LABELLED.has(node.tag) || (id !== '' && node.domId !== id)) continue;
      this.send(node, 'tap');
      return this.act(node);
    }
    return false;
  }
}

/** Values of the named fields of a form, as its submit event carries them. */
function formValues(form: ViewNode): Record<string, unknown> {
  const fields = [...form.walk()].filter((node) => FIELDS.has(node.tag) && node.attribute('name') !== '');
  return Object.fromEntries(fields.map((field) => [field.attribute('name'), fieldValue(field)]));
}

/** What a field holds: text, on/off, number, list of checked values, or the value of the checked radio. */
export function fieldValue(field: ViewNode): unknown {
  switch (field.tag) {
    case 'switch':
      return field.is('checked');
    case 'slider':
      return Number(field.attribute('value'));
    case 'checkbox-group':
      return checkedValues(field, 'checkbox');
    case 'radio-group':
      return checkedValues(field, 'radio')[0] ?? '';
    case 'picker':
      return field.attributes.get('value') ?? '';
    default:
      return field.attribute('value');
  }
}

function checkedValues(group: ViewNode, tag: string): string[] {
  return [...group.walk()]
    .filter((node) => node.tag === tag && node.is('checked'))
    .map((node) => node.attribute('value'));
}

function toggle(node: ViewNode): void {
  if (node.is('checked')) node.removeAttribute('checked');
  else node.setAttribute('checked', true);
}

/** The node itself or its nearest ancestor with this tag. */
export function closest(node: ViewNode, tag: string): ViewNode | undefined {
  if (node.tag === tag) return node;
  for (const ancestor of node.ancestors()) if (ancestor.tag === tag) return ancestor;
  return undefined;
}
