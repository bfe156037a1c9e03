import { Component } from 'preact';
import { adoptStyle } from '../adopt-style.ts';
import style from '../style/file.css?inline';
import type { FileValue } from '../../contract/value.ts';
import { need } from '../need.tsx';
import type { InputProps } from './inputs.ts';

interface Transfer {
  /** 0 to 1; undefined while nothing is on its way. */
  readonly progress?: number | undefined;
  readonly problem?: string | undefined;
}

const MEGABYTE = 1_000_000;

/** A file, sent to the companion as soon as it is chosen; the configuration holds its id. */
export class FileInput extends Component<InputProps, Transfer> {
  #stop: AbortController | undefined;

  override componentWillUnmount() {
    this.#stop?.abort();
  }

  async #send(file: File) {
    const { widget, state } = this.props;
    const { accept = [], max_mb: most = 20, id } = state.feature;
    const { t, number } = widget.texts;
    if (!accept.some((ending) => file.name.toLowerCase().endsWith(ending)))
      return this.setState({ problem: t('file_kind', { kinds: accept.join(', ') }) });
    if (file.size > most * MEGABYTE)
      return this.setState({ problem: t('file_large', { max: number(most) }) });
    this.#stop?.abort();
    this.#stop = new AbortController();
    this.setState({ progress: 0, problem: undefined });
    try {
      const { upload } = await need(widget, import('../upload.ts'));
      const url = new URL('api/v1/uploads', widget.options.server);
      url.search = String(new URLSearchParams({ product: widget.product.id, feature: id, name: file.name }));
      const value = await upload(url, file, this.#stop.signal, (progress) => this.setState({ progress }));
      this.setState({ progress: undefined });
      widget.state.answer(state.path, value);
    } catch (error) {
      if (this.#stop.signal.aborted) return;
      this.setState({ progress: undefined, problem: t('file_failed', { reason: (error as Error).message }) });
    }
  }

  override render({ widget, state, described, invalid }: InputProps, { progress, problem }: Transfer) {
    const { path, feature, disabled } = state;
    const { t, number } = widget.texts;
    const file = state.value as FileValue | undefined;
    adoptStyle(widget.options.root, style);
    const closed = !widget.options.server;
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
            const chosen = currentTarget.files?.[0];
            if (chosen) void this.#send(chosen);
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
              : file
                ? `${file.name} (${number(file.size / 1000, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 1 })})`
                : t('file_hint', {
                    kinds: feature.accept?.join(', ') ?? '',
                    max: number(feature.max_mb ?? 20),
                  }))}
          {file && !problem && (
            <button type="button" class="link" onClick={() => widget.state.answer(path, null)}>
              {t('remove_file')}
            </button>
          )}
        </p>
      </>
    );
  }
}
