/** The attributes that the widget follows while it is shown, as they stand in the markup. */
export type Attributes = Readonly<
  Partial<Record<'currency' | 'output' | 'step' | 'theme' | 'select', string | undefined>>
>;
