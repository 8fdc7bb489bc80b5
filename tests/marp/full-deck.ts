/** A Marp deck with every feature that `convert` knows, and the files beside it. */
import { pngOf } from '../png-of.ts'
import type { Files } from '../run-lectern.ts'

export const FULL_DECK = `---
marp: true
title: Rivers of the plain
author: A. Teacher
keywords: rivers, floods
theme: mine
paginate: true
header: Geography
footer: '**Class 9** [site](https://example.org/)'
math: katex
---

<!-- _class: lead -->
<!-- Welcome everybody & sit down -->

# Rivers <br> of the plain

A lesson in *five* parts

---

## Lists

1. first **bold** word
1. second \`code()\`
   - nested ~~old~~ new
     - deeper H<sub>2</sub>O and x<sup>2</sup>
1. third

   goes on in a second paragraph

* shown later
* and later still

- [ ] a task

---

## Table

| River | Length | Note |
| :---- | -----: | :--: |
| Ganga | 2525 km | **long** |
| Yamuna | 1376 km | a [link](https://example.org/y) |

Below the table stands this.

---

![bg right:40%](images/wide.png)

## Picture beside

![w:120 a small map](images/wide.png) and ![h:2em](images/dot.gif)

---

![bg opacity:.3](images/wide.png)

# Over a picture

<!-- _color: white -->

---

## Code and quote

\`\`\`python
def area(r):
    return 3.14 * r ** 2
\`\`\`

> Quoted words
>
> > nested words

---

<!-- _class: invert -->

## Maths

Inline $E = mc^2$ in words

$$
\\int_0^1 x^2 \\, dx = \\frac{1}{3}
$$

---

## Columns

<div class="columns">
<div>

### Left

- one

</div>
<div>

### Right

<ul><li>raw <b>two</b></li><li>raw three</li></ul>

<table><tr><td>cell</td><td colspan="2">wide</td></tr></table>

</div>
</div>

Under the columns &copy; 2025 :smile: <i class="x">it</i>

---

<!-- _backgroundColor: "#123" -->
<!-- _color: "#fff" -->

### <!--fit--> Big words

---

No heading stands here, but a paragraph that is long enough to be no title of a slide, because it goes on and on until nobody would call a slide so.

- and a point

---

![vector](images/plan.svg)

---

<!-- _header: "" -->

# Last [to the first](#1) and [to maths](#maths)
`

export const FULL_FILES: Files = {
  'deck/full.md': FULL_DECK,
  'deck/mine.css': '/* @theme mine */\n@import "default";\nsection { background: #f4efe6; }\n',
  'deck/images/wide.png': pngOf(80, 40, (x, y) => [x * 3, y * 6, 120, 255]),
  'deck/images/dot.gif': Buffer.from(
    '47494638396101000100800000ff0000ffffff21f90400000000002c00000000010001000002024401003b',
    'hex',
  ),
  'deck/images/plan.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"><rect width="200" height="100" fill="#0b3c5d"/></svg>',
}

export const FULL_SLIDES = 12
