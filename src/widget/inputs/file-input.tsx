import type { FileValue } from '../../contract/configuration/value.ts';
import { adoptStyle } from '../style/adopt-style.ts';
import type { Draft } from '../state/drafts.ts';
import { loadOrReport } from '../mount/load-or-report.tsx';
import style from '../style/file-input.css?inline';
import { idList } from './id-list.ts';
import type { InputProps } from './input-props.ts';

const MEGABYTE = 1_000_000;

/** Why a file is not sent at all; undefined if it may be. */
function refusal({ widget, state }: InputProps, { name, size }: File): string | undefined {
  const { accept = [], max_mb: most = 20 } = state.feature;
  const { t, number } = widget.texts;
  if (!accept.some((ending) => name.toLowerCase().endsWith(ending)))
    return t('file_kind', { kinds: accept.join(', ') });
  return size > most * MEGABYTE ? t('file_large', { max: number(most) }) : undefined;
}

/** Uploads a file. The transfer belongs to the widget: it goes on when the shopper leaves the step, and moves with its repetition. */
function startUpload(props: InputProps, file: File): void {
  const { widget, state } = props;
  const { drafts, life, texts } = widget;
  const start = drafts.at(state.path);
  start.peek()?.stop?.();
  const problem = refusal(props, file);
  if (problem) return void (start.value = { problem });

  const abort = new AbortController();
  const stop = () => abort.abort();
  life.addEventListener('abort', stop);
  /** Path and draft of this transfer: its repetition may have moved or gone since it started. */
  const current = () => [...drafts].find(([, { value }]) => value?.stop === stop);
  const update = (change: Partial<Draft>) => {
    const draft = current()?.[1];
    if (draft) draft.value = { ...draft.peek(), ...change };
  };
  /** @returns false if it was given up and no other transfer took its place. */
  const transfer = async (): Promise<boolean> => {
    try {
      const { upload } = await loadOrReport(widget, import('./upload.ts'));
      const url = new URL('api/v1/uploads', widget.options.server);
      url.search = String(
        new URLSearchParams({ product: widget.product.id, feature: state.feature.id, name: file.name }),
      );
      const value = await upload(url, file, abort.signal, (progress) => update({ progress }));
      const [path = '', draft] = current() ?? [];
      if (draft) draft.value = undefined;
      if (widget.state.feature(path)?.peek()) widget.state.answer(path, value);
    } catch (error) {
      const draft = current()?.[1];
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

/** Uploads a file to the companion as soon as it is chosen; the configuration holds the file's id. */
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
    // Dismisses only the other file, and keeps the one that was uploaded before.
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
        aria-describedby={idList(described, `${path}-file`)}
        aria-invalid={invalid || !!problem}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) startUpload(props, file);
          // The name stands below; here it would stay even if the file is refused or removed.
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
          <button type="button" class="repair" onClick={() => startUpload(props, chosen)}>
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
