import type { Quote3dResizeMessage } from '../../contract/vendors/quote3d.ts';

/** From a frame that has become higher or lower. In a file of its own, because every frame fetches it. */
export const resized = (height: number): Quote3dResizeMessage => ({
  type: 'QUOTE3D_RESIZE',
  height,
  data: { height },
});
