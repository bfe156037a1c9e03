import * as defaults from '../contract/product/defaults.ts';
import type { PublishedButton, PublishedOutput } from '../contract/published/published-output.ts';
import type { OutputInput } from './product-input-types.ts';
import { defined } from '../contract/defined.ts';
import type { CompileContext } from './compile-context.ts';
import { refuseDuplicates } from './refuse-duplicates.ts';

/** Outputs and their buttons. Of URLs and e-mail addresses remains only that there are some. */
export function compileOutputs(context: CompileContext): PublishedOutput[] {
  const all = context.input.outputs ?? [];
  refuseDuplicates(all, 'outputs', 'output', context);
  return all.map((output, index) => {
    const path = `outputs[${index}]`;
    context.at = path;
    refuseDuplicates(output.buttons, `${path}.buttons`, 'button', context);
    return defined({
      id: output.id,
      name: output.name,
      template_id: output.template_id,
      extra_fields: compileExtraFields(output, path, context),
      buttons: output.buttons.map((button, b) => compileButton(button, `${path}.buttons[${b}]`, context)),
    });
  });
}

function compileButton(
  button: OutputInput['buttons'][number],
  path: string,
  context: CompileContext,
): PublishedButton {
  const {
    pdf = defaults.triggerPdf,
    email = defaults.triggerEmail,
    webhook = defaults.triggerWebhook,
    post_message = defaults.triggerPostMessage,
  } = button.triggers;
  const triggers = { pdf, email: email !== false, webhook: webhook !== false, post_message };
  if (!Object.values(triggers).includes(true)) {
    context.error(
      `${path}.triggers`,
      'the button sets nothing off',
      'give it a trigger: "pdf": true, "email": true, "webhook": {"url": …} or "post_message": true',
    );
  }
  return { id: button.id, name: button.name, style: button.style ?? defaults.buttonStyle, triggers };
}

function compileExtraFields(
  { extra_fields = [] }: OutputInput,
  path: string,
  context: CompileContext,
): PublishedOutput['extra_fields'] {
  refuseDuplicates(extra_fields, `${path}.extra_fields`, 'field', context);
  return extra_fields.map((field, index) => {
    const {
      id,
      name,
      type = defaults.extraFieldType,
      required = defaults.extraFieldRequired,
      help,
      max_length = defaults.extraFieldMaxLength,
      options,
    } = field;
    const at = `${path}.extra_fields[${index}]`;
    if (type === 'choice' && !options?.length) {
      context.error(
        `${at}.options`,
        'a field of type choice has options',
        'write [{"id": "a", "name": "A"}]',
      );
    }
    if (options) refuseDuplicates(options, `${at}.options`, 'option', context);
    return defined({ id, name, type, required, help, max_length, options });
  });
}
