import type { Selections } from '../contract/configuration/value.ts';
import { emit } from '../element-api/emit.ts';
import type { Attributes } from '../element-api/attributes.ts';
import type { ConfigurationReport } from '../element-api/configuration-report.ts';
import type { HostPricing } from '../element-api/host-pricing.ts';
import type { Mounted } from '../element-api/mounted.ts';
import type { SubmitResult } from '../element-api/submit-result.ts';
import type { Companion } from './companion.ts';
import { deferred } from './deferred.ts';
import { failedSlot, waitingSlot } from './fallback.ts';
import { codedError, type CodedError } from '../element-api/coded-error.ts';
import { loadProduct } from './load-product.ts';
import { productUrl } from './product-url.ts';

// Importing the package must not fail on a server, which has no HTMLElement.
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

/** Attributes that decide what is shown. */
const deciding = ['product', 'src', 'lang', 'isolate'] as const;
/** Attributes that the widget follows while it is shown. */
const followed = ['currency', 'output', 'step', 'theme', 'select'] as const;

/**
 * `<quotelet-configurator product="…">`: shows its light-DOM content until the widget is there, and again if that fails.
 * Everything follows from whether it is in a document and from its attributes, which are read in a microtask, so that an
 * element that is moved (removed and inserted at once) does not start again.
 */
export class QuoteletConfigurator extends Base {
  static readonly observedAttributes = [...deciding, ...followed];
  static companion: Companion;

  readonly #root = this.attachShadow({ mode: 'open' });
  #life = deferred<Mounted>();
  #mounted: Mounted | undefined;
  /** What is shown or being loaded, as the attributes that decide it; false for nothing. */
  #shown: string | false | undefined;
  #pricing: HostPricing | null | undefined;

  connectedCallback(): void {
    // If it was set before the element was upgraded, the property is on the instance and hides the accessor.
    if (Object.hasOwn(this, 'pricing')) {
      const pricing = this.pricing;
      delete (this as { pricing?: unknown }).pricing;
      this.pricing = pricing;
    }
    this.#scheduleUpdate();
  }

  disconnectedCallback(): void {
    this.#scheduleUpdate();
  }

  attributeChangedCallback(_name: string, before: string | null, after: string | null): void {
    if (before === after) return;
    this.#mounted?.update(this.#attributes());
    this.#scheduleUpdate();
  }

  /** The configuration as it stands. */
  async getConfiguration(): Promise<ConfigurationReport> {
    return (await this.#life.promise).getConfiguration();
  }

  /** Answers several features at once: `{width: 900, material: 'oak'}`. Selecting the same twice changes nothing. */
  async select(selections: Selections): Promise<void> {
    return (await this.#life.promise).select(selections);
  }

  /** Goes to a step. */
  async goToStep(id: string): Promise<void> {
    return (await this.#life.promise).goToStep(id);
  }

  /** Goes back to the product's defaults. */
  async reset(): Promise<void> {
    return (await this.#life.promise).reset();
  }

  /** Does what a click on that button does. Rejected if the configuration is not valid or the submission fails. */
  async submit(buttonId: string): Promise<SubmitResult> {
    return (await this.#life.promise).submit(buttonId);
  }

  /** Prices configurations in the page's own code; null returns to the product's prices. */
  get pricing(): HostPricing | null | undefined {
    return this.#pricing;
  }

  set pricing(pricing: HostPricing | null | undefined) {
    this.#pricing = pricing;
    if (this.#mounted) this.#mounted.pricing = pricing;
  }

  #attributes(): Attributes {
    return Object.fromEntries(followed.map((name) => [name, this.getAttribute(name) ?? undefined]));
  }

  #scheduleUpdate(): void {
    queueMicrotask(() => this.#update());
  }

  /** Starts or stops, if what is shown is not what should be. */
  #update(): void {
    const wanted = this.isConnected && JSON.stringify(deciding.map((name) => this.getAttribute(name)));
    if (wanted === this.#shown) return;
    if (this.#shown) this.#stop();
    this.#shown = wanted;
    if (wanted) void this.#start();
  }

  async #start(): Promise<void> {
    const life = this.#life;
    const { base, load, page, preselect } = QuoteletConfigurator.companion;
    // Not `.lang`, which a form's field of that name hides.
    const language = this.closest('[lang]:not([lang=""])')?.getAttribute('lang') || navigator.language;
    const isolated = this.hasAttribute('isolate');
    this.#root.replaceChildren(waitingSlot());
    try {
      const url = this.#productUrl(base);
      const [widget, product] = await Promise.all([
        load(isolated),
        // A frame loads the product itself.
        isolated ? undefined : loadProduct(url),
      ]);
      if (life !== this.#life) return;
      const mounted = await widget.mount({
        host: this,
        root: this.#root,
        base,
        product,
        server: this.getAttribute('src') ? undefined : base,
        language,
        attributes: this.#attributes(),
        page,
        preselect,
        removal: life.promise,
        failed: (error) => {
          if (life !== this.#life) return;
          this.#stop();
          this.#fail(error, language);
        },
      });
      if (life !== this.#life) return mounted.destroy();
      this.#mounted = mounted;
      if (this.#pricing) mounted.pricing = this.#pricing;
      life.resolve(mounted);
    } catch (error) {
      life.reject(error);
      if (life === this.#life) this.#fail(error, language);
    }
  }

  /** The address of the product. @throws CodedError `no_product` */
  #productUrl(base: string): string {
    const src = this.getAttribute('src');
    const product = this.getAttribute('product');
    if (src) return new URL(src, document.baseURI).href;
    if (product) return productUrl(base, product);
    throw codedError('no_product', 'The element needs a product or a src attribute.');
  }

  /** Rejects calls that still wait; later ones wait for the next start. */
  #stop(): void {
    this.#life.reject(codedError('removed', 'The element was removed.'));
    this.#life = deferred();
    this.#mounted?.destroy();
    this.#mounted = undefined;
  }

  #fail(error: unknown, language: string): void {
    const retry = () => {
      this.#life = deferred();
      void this.#start();
    };
    this.#root.replaceChildren(...failedSlot(language, retry));
    const { code = 'widget_failed', message } = error as Partial<CodedError> & Error;
    emit(this, 'widget.error', { code, message });
  }
}
