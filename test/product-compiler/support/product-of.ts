import type { ProductInput } from '../../../src/contract/product/product.ts';

type Feature = ProductInput['steps'][number]['features'][number];

/** A product around what a test is about: a table top of oak or ash, so long and so wide, on legs. */
export function productOf(parts: Partial<ProductInput> = {}): ProductInput {
  return { id: 'table', version: '1', name: 'Table', currency: 'EUR', steps: [top, panels], ...parts };
}

export const material: Extract<Feature, { type: 'choice' }> = {
  id: 'material',
  type: 'choice',
  name: 'Material',
  options: [
    { id: 'oak', name: 'Oak', colour: '#b5895a', attributes: { density: 0.7 } },
    { id: 'ash', name: 'Ash', attributes: { density: 0.65 } },
  ],
  default: 'oak',
};

export const width: Extract<Feature, { type: 'number' }> = {
  id: 'width',
  type: 'number',
  name: 'Width',
  unit: 'mm',
  min: 500,
  max: 2000,
  default: 900,
};

const length: Extract<Feature, { type: 'number' }> = {
  ...width,
  id: 'length',
  name: 'Length',
  default: 1800,
};

export const finishes: Extract<Feature, { type: 'multi_choice' }> = {
  id: 'finishes',
  type: 'multi_choice',
  name: 'Finishes',
  options: [
    { id: 'oil', name: 'Oil' },
    { id: 'wax', name: 'Wax' },
  ],
};

export const lights: Extract<Feature, { type: 'yes_no' }> = { id: 'lights', type: 'yes_no', name: 'Lights' };

export const top: ProductInput['steps'][number] = {
  id: 'top',
  name: 'Top',
  features: [material, width, length, finishes, lights],
};

export const glass: Extract<Feature, { type: 'choice' }> = {
  id: 'glass',
  type: 'choice',
  name: 'Glass',
  options: [
    { id: 'clear', name: 'Clear', attributes: { u_value: 1.1 } },
    { id: 'frosted', name: 'Frosted', attributes: { u_value: 1.3 } },
  ],
  default: 'clear',
};

export const panels: ProductInput['steps'][number] = {
  id: 'panels',
  name: 'Panels',
  repeat: { item_name: 'Panel', min: 1, max: 4 },
  features: [{ ...width, id: 'panel_width', name: 'Panel width' }, glass],
};
