import type { Severity } from './diagnostic.ts'

/** The room whose tests hold the code's case. */
export type Room = 'topic' | 'template' | 'deck' | 'brief' | 'output' | 'command'

export type CodeEntry = {
  readonly severity: Severity
  readonly room: Room
  /** One line for README and `--help`. */
  readonly what: string
}

function error(what: string, room: Room = 'topic'): CodeEntry {
  return { severity: 'error', room, what }
}

function warning(what: string, room: Room = 'topic'): CodeEntry {
  return { severity: 'warning', room, what }
}

/** The closed list of diagnostic codes. A code is permanent: it may be retired, never reused. */
export const CODES = {
  // The file itself
  'not-a-file': error('The name belongs to a folder, a pipe or a device, not to a file'),
  'link-leaves-folder': error('A symbolic link leads out of the content folder'),
  'cannot-read': error('The system refuses to open the file'),
  'too-large': error('A file is larger than the limit'),
  'empty-file': error('The file holds nothing'),
  'not-utf8': error('The bytes are not UTF-8 text'),
  utf16: error('The file was saved as UTF-16'),
  bom: warning('An invisible byte order mark stands before the first line'),
  'double-bom': error('Two byte order marks stand before the first line'),
  'cr-line-ends': error('Lines end the way of the old Macintosh, with a lone carriage return'),
  'control-character': error('An invisible control character stands in the text'),
  'bidi-control': error('An invisible character that reverses text stands in a name or title'),
  'no-front-matter': error('The file does not begin with front matter'),
  'unclosed-front-matter': error('The closing line of the front matter is missing'),
  'front-matter-language': error('The opening line of the front matter names a language'),
  'front-matter-too-large': error('The front matter is larger than the limit'),
  // YAML
  'yaml-syntax': error('The front matter is not valid YAML'),
  'unquoted-colon': error('A value holds a colon followed by a space and stands without quotes'),
  'reserved-start': error('A value begins with a sign that means something in YAML'),
  'smart-quotes': error('Typographic quotes stand where straight ones are needed'),
  'text-after-quote': error('Text follows a closing quote'),
  'unclosed-quote': error('A quote is opened and never closed'),
  'unclosed-bracket': error('A bracket is opened and never closed'),
  'tab-indent': error('A line is indented with a tab'),
  'bad-indent': error('A line is indented too little or too much'),
  'duplicate-key': error('A key is written twice'),
  'yaml-alias': error('YAML anchors and aliases are not allowed'),
  'yaml-tag': error('YAML tags are not allowed'),
  'too-deep': error('The front matter is nested too deeply'),
  'too-many-values': error('The front matter holds too many values'),
  'forbidden-key': error('A key has a name that programs reserve for themselves'),
  'key-not-text': error('A key is not plain text'),
  'not-a-map': error('The front matter is not a list of keys with values'),
  // Keys and values
  'unknown-key': error('No such key exists at this place'),
  'missing-key': error('A required key is missing or empty'),
  'wrong-type': error('A value is of another kind than the key wants'),
  'unknown-value': error('A value is not one of those allowed'),
  'out-of-range': error('A number or a count lies outside the limits'),
  'bad-id': error('A name used as an id holds characters that ids cannot have'),
  'bad-figure': error('A figure is not written in plain digits'),
  'date-impossible': error('The calendar has no such day'),
  'unsafe-link': error('A link is of a kind that is not allowed'),
  'unknown-template': error('No template has that name'),
  // Meaning
  'duplicate-id': error('Two sections have the same id'),
  'empty-section': error('A section has no content'),
  'unknown-fact': error('No fact has that id'),
  'unknown-source': error('No source has that id'),
  'unused-fact': warning('A fact of this topic is used nowhere'),
  'unused-source': warning('A source is cited nowhere'),
  'topic-in-folder': warning('A folder inside `content` holds topic files, where none is read'),
  'minutes-sum': warning('The sections do not add up to the length of the talk'),
  'stale-fact': warning('A fact is older than `stale_after` allows'),
  'fact-conflict': error('One fact has different values, units or dates in two files'),
  'source-conflict': error('One source has different titles in two files'),
  'table-row-length': error('A table row has more or fewer cells than the table has columns'),
  'chart-units': error('The figures of one chart have different units'),
  'chart-conflict': error('An edition changes a figure of a chart of its original'),
  'chart-content': error('A chart has no figures, or has them twice'),
  'chart-series': error('A chart has more series than its kind can show, or nameless ones'),
  'chart-share': error('The figures of a share chart are no parts of one whole'),
  'unknown-chart-name': error('A chart names a table, a column or a label that is not there'),
  'unknown-highlight': error('What a chart highlights is not in it'),
  'unknown-answer': error('The answer is none of the options'),
  'missing-alt': error('An image or a diagram has no description'),
  'diagram-syntax': error('A line of a diagram cannot be read'),
  'diagram-kind': error('A diagram is of a kind that Lectern does not draw'),
  'diagram-ignored': warning('A part of a diagram is read and not drawn'),
  'diagram-too-large': error('A diagram has more parts than anybody can read'),
  'unknown-notes-heading': warning('A heading of the notes matches no section'),
  'untranslated-section': warning('An edition leaves out a section of its original'),
  'base-has-errors': error('The file that an edition inherits from has errors'),
  'bad-formula': error('A formula is not TeX that KaTeX can read'),
  'formula-refused': error('A formula does what formulas may not: links, pictures, endless macros'),
  'formula-too-large': error('A formula has no room on a slide or in its line'),
  'unknown-language': error('No programming language has that name'),
  'code-too-long': error('A listing has more lines, or a longer line, than a deck can show'),
  'unknown-line': error('A line to stress is not in the listing'),
  'missing-glyph': error('No font of Lectern has that character'),
  'too-many-marks': error('More marks are piled on one letter than any script has'),
  'right-to-left': error('Text in a right-to-left script cannot be set yet'),
  // Images
  'image-remote': error('An image is on the network'),
  'image-absolute': error('An image path does not start from the content folder'),
  'image-leaves-folder': error('An image path leads out of the content folder'),
  'image-missing': error('No image has that name'),
  'image-not-a-file': error('The image path names a folder or a device'),
  'image-too-large': error('An image file is larger than the limit'),
  'image-heavy': warning('An image makes the deck heavy'),
  'image-too-many-pixels': error('An image has more pixels than the limit'),
  'image-format': error('A file is neither PNG nor JPEG'),
  'image-damaged': error('An image file is cut off or damaged'),
  // An institute's PowerPoint
  'pptx-template-path': error('The path of a PowerPoint template leaves the content folder'),
  'pptx-template-missing': error('No PowerPoint template has that name', 'deck'),
  'pptx-template-large': error(
    'A PowerPoint template is larger than the limit, or unpacks to more',
    'deck',
  ),
  'pptx-template-format': error('A file is no PowerPoint template', 'deck'),
  'pptx-template-locked': error('A PowerPoint template is protected by a password', 'deck'),
  'pptx-template-damaged': error('A PowerPoint template is cut off, damaged or dangerous', 'deck'),
  'pptx-macros': warning('A PowerPoint template holds macros, which are left out', 'deck'),
  'pptx-layout': warning('A PowerPoint template lacks a layout; a plain one is added', 'deck'),
  'pptx-small': warning('A PowerPoint template leaves too little room for a slide', 'deck'),
  // Templates and pages
  'template-error': error(
    'A template cannot be read, or uses a name that topics do not have',
    'template',
  ),
  'theme-token': error(
    'A key of theme.yaml has no meaning, or a value of the wrong kind',
    'template',
  ),
  'low-contrast': warning(
    'A colour of a brand or a theme is too faint for text; a nearby one is drawn',
    'template',
  ),
  'similar-colors': warning(
    'The two colours of a brand are so near that marks of charts look alike',
    'template',
  ),
  'logo-faint': warning('A logo is not seen on white paper, or is as thin as a hair', 'template'),
  'deck-markdown': error('A deck template makes Markdown outside the contract', 'deck'),
  'template-size': warning(
    'Slides of a size are wanted that the template set does not draw',
    'deck',
  ),
  'handout-sheets': error('A handout takes more paper than it may', 'deck'),
  'handout-small': warning('Letters of a slide are too small on the handout', 'deck'),
  'link-refused': warning(
    'A link leads where no link of a presentation may; its words stay as text',
    'deck',
  ),
  'diagram-small': warning('The type of a diagram is too small for the last row', 'deck'),
  // Slides as the browser draws them: `check --render`
  'slide-overflow': error('Something stands out of the slide', 'deck'),
  'slide-clipped': error('A box on a slide cuts off what is in it', 'deck'),
  'slide-overlap': error('On a slide one thing stands on another', 'deck'),
  'slide-foot': warning('On a slide something runs into the foot line', 'deck'),
  'slide-small-text': warning('Text on a slide is too small for the last row', 'deck'),
  'slide-contrast': warning('Text on a slide is too faint on its ground', 'deck'),
  'slide-alt': error('A picture on a slide has no description', 'deck'),
  'slide-link': error('A link on a slide leads to no slide', 'deck'),
  'brief-markdown': error('A brief template makes blocks that the page cannot hold', 'brief'),
  'pdf-conformance': error('The brief breaks a clause of PDF/UA-1 or PDF/A', 'brief'),
  'brief-dropped': warning('A section was left out of the brief by its priority', 'brief'),
  'brief-overflow': error('The brief does not fit on its page', 'brief'),
  'unknown-profile': error('No print profile has that name', 'brief'),
  'no-blanks': warning('The student copy is to have blanks and there is no term for one', 'deck'),
  'no-back': warning('A profile wants a back page that the topic has nothing for', 'brief'),
  'edition-missing': error('A page in two languages is wanted of a topic in one', 'brief'),
  'edition-has-errors': error(
    'A page in two languages is wanted, and the other edition has errors',
    'brief',
  ),
  // Plain Marp decks: `lectern convert`
  'marp-front-matter': warning('The front matter of a Marp deck is not valid YAML', 'command'),
  'marp-theme': warning(
    'The theme of a Marp deck is not beside it, or is no style sheet',
    'command',
  ),
  'marp-remote': warning('A Marp deck names something on the network', 'command'),
  'marp-picture': warning('A picture of a Marp deck cannot be shown', 'command'),
  'marp-tag': warning('A tag in a Marp deck is left out or shown as text', 'command'),
  'marp-link': warning('A link of a Marp deck leads where no link may', 'command'),
  'marp-formula': warning('A formula of a Marp deck is not TeX that KaTeX can read', 'command'),
  'marp-overflow': warning('A slide of a Marp deck has more than fits it', 'command'),
  // Output
  'output-name-conflict': error('Two topics would be written to the same folder', 'output'),
  'output-refused': error(
    'An output path leaves the output folder or passes a symbolic link',
    'output',
  ),
  'output-failed': error('A file could not be written', 'output'),
  // The browser
  'browser-missing': error('No browser was found to print the slides', 'command'),
  'browser-failed': error('The browser does not start, or ended while it printed', 'command'),
  'print-timeout': error('The browser took too long to print', 'command'),
} as const satisfies Readonly<Record<string, CodeEntry>>

export type Code = keyof typeof CODES
