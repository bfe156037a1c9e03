import type { Quote3dResizeMessage } from '../../contract/vendors/quote3d.ts';

/** Message of the Quote3D dialect from a frame that has become higher or lower. By itself, because every frame takes it. */
export const quote3dResize = (height: number): Quote3dResizeMessage => ({
  type: 'QUOTE3D_RESIZE',
  height,
  data: { height },
});
