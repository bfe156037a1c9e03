import type { FileValue } from '../../contract/configuration/value.ts';
import { adoptStyle } from '../style/adopt-style.ts';
import type { Draft } from '../state/drafts.ts';
import { loadOrReport } from '../mount/load-or-report.tsx';
import style from '../style/file-input.css?inline';
import type { InputProps } from './inputs.ts';

const MEGABYTE = 1_000_000;

/** Why a file is not even sent; undefined for one that is. */
function refusal({ widget, state }: InputProps, { name, size }: File): string | undefined {
  const { accept = [], max_mb: most = 20 } = state.feature;
  const { t, number } = widget.texts;
  if (!accept.some((ending) => name.toLowerCase().endsWith(ending)))
    return t('file_kind', { kinds: accept.join(', ') });
  return size > most * MEGABYTE ? t('file_large', { max: number(most) }) : undefined;
}

/** Sends a file to the companion. The transfer belongs to the widget: it goes on when its step is left, and moves with its repetition. */
function send(props: InputProps, file: File): void {
  const { widget, state } = props;
  const { drafts, life, texts } = widget;
  const start = drafts.at(state.path);
  start.peek()?.stop?.();
  const problem = refusal(props, file);
  if (problem) return void (start.value = { problem });

  const abort = new AbortController();
  const stop = () => abort.abort();
  life.addEventListener('abort', stop);
  /** Where it stands by now: the repetition that it is in may have moved, or gone. */
  const place = () => [...drafts].find(([, { value }]) => value?.stop === stop);
  const become = (change: Partial<Draft>) => {
    const draft = place()?.[1];
    if (draft) draft.value = { ...draft.peek(), ...change };
  };
  /** @returns false where it was given up, and no other came in its place. */
  const transfer = async (): Promise<boolean> => {
    try {
      const { upload } = await loadOrReport(widget, import('./upload.ts'));
      const url = new URL('api/v1/uploads', widget.options.server);
      url.search = String(
        new URLSearchParams({ product: widget.product.id, feature: state.feature.id, name: file.name }),
      );
      const value = await upload(url, file, abort.signal, (progress) => become({ progress }));
      const [path = '', draft] = place() ?? [];
      if (draft) draft.value = undefined;
      if (widget.state.feature(path)?.peek()) widget.state.answer(path, value);
    } catch (error) {
      const draft = place()?.[1];
      if (!draft) return !!start.peek();
      const { code, message } = error as Error & { code?: string };
      const problem =
        code === 'not_loaded' || message === 'network'
          ? texts.t(code === 'not_loaded' ? code : 'network')
          : texts.t('file_failed', { reason: message });
      draft.value = abort.signal.aborted ? undefined : { problem, file };
    } finally {
      life.removeEventListener('abort', stop);
    }
    return true;
  };
  const finish = () => done;
  start.value = { progress: 0, file, stop, finish };
  const done = transfer();
}

/** A file, sent to the companion as soon as it is chosen; the configuration holds its id. */
export function FileInput(props: InputProps) {
  const { widget, state, described, invalid } = props;
  const { path, feature, disabled } = state;
  const { t, number } = widget.texts;
  const draft = widget.drafts.at(path);
  const { progress, problem, file: chosen } = draft.value ?? {};
  const file = state.value as FileValue | undefined;
  adoptStyle(widget.options.root, style);
  const closed = !widget.options.server;
  const size = (bytes: number) =>
    number(bytes / 1000, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 1 });
  const remove = () => {
    draft.peek()?.stop?.();
    draft.value = undefined;
    widget.options.root.getElementById(path)?.focus();
    // What is there already stays where another file was given up.
    if (progress === undefined && !problem) widget.state.answer(path, null);
  };
  const hint = t('file_hint', { kinds: feature.accept?.join(', ') ?? '', max: number(feature.max_mb ?? 20) });
  return (
    <>
      <input
        type="file"
        id={path}
        part="input"
        accept={feature.accept?.join(',')}
        disabled={closed || !!disabled}
        aria-describedby={[described, `${path}-file`].filter(Boolean).join(' ')}
        aria-invalid={invalid || !!problem}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) send(props, file);
          // What is chosen is said below, whatever becomes of it; this field would go on naming it.
          currentTarget.value = '';
        }}
      />
      {progress !== undefined && (
        <progress value={progress} aria-label={t('uploading')}>
          {number(progress, { style: 'percent' })}
        </progress>
      )}
      <p id={`${path}-file`} class={problem ? 'issue error' : 'muted'} role="status">
        {problem ??
          (closed
            ? t('no_uploads')
            : chosen
              ? chosen.name
              : file
                ? `${file.name} (${size(file.size)})`
                : hint)}
        {problem && chosen && (
          <button type="button" class="repair" onClick={() => send(props, chosen)}>
            {t('retry')}
          </button>
        )}
        {(file || problem || progress !== undefined) && (
          <button type="button" class="link" onClick={remove}>
            {t(problem ? 'dismiss' : progress === undefined ? 'remove_file' : 'cancel')}
          </button>
        )}
      </p>
    </>
  );
}
