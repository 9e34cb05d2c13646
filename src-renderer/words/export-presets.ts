/** Forms that a newsroom exports together. */
export const presetWords = {
  label: 'Preset',
  none: 'None of the presets',
  save: 'Save these forms as a preset…',
  name: 'Name of the preset',
  nameHint: 'A preset of the same name is replaced.',
  remove: 'Remove this preset',
  removed: (name: string) => `The preset “${name}” is removed.`,
};
