import type { LayoutName } from '../presentation.ts'

/** `ST_SlideLayoutType` (ECMA-376 Part 1 §19.7.15): programs find layouts by it whatever their language. */
export const LAYOUT_TYPES: Readonly<Record<LayoutName, string>> = {
  'Title Slide': 'title',
  'Section Header': 'secHead',
  'Title and Content': 'obj',
  'Two Content': 'twoObj',
  'Title Only': 'titleOnly',
  Blank: 'blank',
}
