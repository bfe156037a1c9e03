import type { CompileContext } from '../product-compiler/compile-context.ts';

/** Warns of webhooks over plain HTTP, which the companion calls in development only. This machine itself may be one. */
export function checkWebhooks(context: CompileContext): void {
  const { outputs = [], legacy_webhooks = [] } = context.input;
  const check = (url: string, path: string) => {
    // The default of an unset variable is called like any other URL.
    const found = /^\s*(?:\$\{\w+:-)?(http:\/\/([^/?#}]*)[^}]*)/i.exec(url);
    if (!found || isLoopback(found[2]!)) return;
    context.warn(path, `"${found[1]!}" is not called in production`, `write https:// instead of http://`);
  };
  outputs.forEach(({ buttons }, o) => {
    buttons.forEach(({ triggers: { webhook } }, b) => {
      if (webhook) check(webhook.url, `outputs[${o}].buttons[${b}].triggers.webhook.url`);
    });
  });
  legacy_webhooks.forEach((url, index) => {
    check(url, `legacy_webhooks[${index}]`);
  });
}

const isLoopback = (authority: string): boolean =>
  /^(?:[^@]*@)?(?:(?:[\w-]+\.)*localhost|127(?:\.\d+){3}|\[::1\])(?::\d*)?$/i.test(authority);
