import { z } from 'zod';
import {
  children,
  elementId,
  icon,
  layout,
  multiUrl,
  padding,
  plainText,
  tagColour,
  template,
  text,
} from './values.ts';

const texts = z.record(z.string(), z.string());
const textTag = z.strictObject({
  tag: z.literal('text_tag'),
  element_id: elementId.optional(),
  text: plainText,
  color: tagColour.optional(),
});

/** Everything of a card but the components of its body. */
export const cardFrame = z.strictObject({
  schema: z.literal('2.0'),
  config: z
    .strictObject({
      update_multi: z.literal(true).optional(),
      streaming_mode: z.boolean().optional(),
      streaming_config: z.record(z.string(), z.unknown()).optional(),
      summary: z.strictObject({ content: z.string(), i18n_content: texts.optional() }).optional(),
      locales: z.array(z.string()).optional(),
      enable_forward: z.boolean().optional(),
      enable_forward_interaction: z.boolean().optional(),
      width_mode: z.enum(['default', 'compact', 'fill']).optional(),
      use_custom_translation: z.boolean().optional(),
      style: z
        .strictObject({
          text_size: z.record(z.string(), texts).optional(),
          color: z.record(z.string(), texts).optional(),
        })
        .optional(),
    })
    .optional(),
  card_link: multiUrl.optional(),
  header: z
    .strictObject({
      title: text,
      subtitle: text.optional(),
      text_tag_list: z.array(textTag).max(3).optional(),
      i18n_text_tag_list: z.record(z.string(), z.array(textTag)).optional(),
      template: template.optional(),
      icon: icon.optional(),
      padding: padding.optional(),
    })
    .optional(),
  body: z.strictObject({ ...layout, elements: children }),
});
