import { z } from 'zod';
import {
  behaviors,
  children,
  colour,
  common,
  confirm,
  cornerRadius,
  horizontalAlign,
  icon,
  interaction,
  layout,
  multiUrl,
  panelHeadPadding,
  panelTitle,
  pixels,
  spacing,
  verticalAlign,
} from './values.ts';

const columnWidth = z.string().refine(
  (value) => {
    const width = /^(\d{1,4})px$/.exec(value)?.[1];
    return (
      value === 'auto' || value === 'weighted' || (width !== undefined && Number(width) >= 16 && Number(width) <= 600)
    );
  },
  { error: 'invalid column width' },
);

/** Components that hold others. */
export const containerComponents = {
  column_set: z.strictObject({
    tag: z.literal('column_set'),
    ...common,
    columns: children.min(1),
    flex_mode: z.enum(['none', 'stretch', 'flow', 'bisect', 'trisect']).optional(),
    horizontal_spacing: spacing.optional(),
    horizontal_align: horizontalAlign.optional(),
    background_style: colour.optional(),
    action: z.strictObject({ multi_url: multiUrl }).optional(),
  }),
  column: z.strictObject({
    tag: z.literal('column'),
    ...common,
    ...layout,
    width: columnWidth.optional(),
    weight: z.int().min(1).max(5).optional(),
    background_style: colour.optional(),
    elements: children.optional(),
    action: z.strictObject({ multi_url: multiUrl }).optional(),
  }),
  collapsible_panel: z.strictObject({
    tag: z.literal('collapsible_panel'),
    ...common,
    ...layout,
    expanded: z.boolean().optional(),
    background_color: colour.optional(),
    border: z.strictObject({ color: colour.optional(), corner_radius: cornerRadius.optional() }).optional(),
    header: z.strictObject({
      title: panelTitle,
      background_color: colour.optional(),
      width: z.enum(['fill', 'auto', 'auto_when_fold']).optional(),
      vertical_align: verticalAlign.optional(),
      padding: panelHeadPadding.optional(),
      position: z.enum(['top', 'bottom']).optional(),
      icon: icon.optional(),
      icon_position: z.enum(['left', 'right', 'follow_text']).optional(),
      icon_expanded_angle: z.literal([-180, -90, 90, 180]).optional(),
    }),
    elements: children,
  }),
  interactive_container: z.strictObject({
    tag: z.literal('interactive_container'),
    ...common,
    ...layout,
    ...interaction,
    behaviors,
    width: z.union([z.enum(['fill', 'auto']), pixels]).optional(),
    height: z.union([z.literal('auto'), pixels]).optional(),
    background_style: z.union([z.literal('laser'), colour]).optional(),
    has_border: z.boolean().optional(),
    border_color: colour.optional(),
    corner_radius: cornerRadius.optional(),
    elements: children,
  }),
  form: z.strictObject({
    tag: z.literal('form'),
    ...common,
    ...layout,
    name: z.string().min(1),
    confirm: confirm.optional(),
    elements: children,
  }),
};
