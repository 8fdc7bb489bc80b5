/** What the player says in both its windows; a page carries the words of its own language. */
export type PlayerWords = {
  readonly next: string
  readonly previous: string
  readonly first: string
  readonly last: string
  readonly jump: string
  readonly black: string
  readonly white: string
  readonly overview: string
  readonly presenter: string
  readonly notes: string
  readonly fullscreen: string
  readonly start: string
  readonly help: string
  readonly pointer: string
  readonly close: string
  readonly controls: string
  readonly noFullscreen: string
}

const WORDS: Readonly<Record<'en' | 'hi', PlayerWords>> = {
  en: {
    next: 'Next slide or step',
    previous: 'Previous slide or step',
    first: 'First slide',
    last: 'Last slide',
    jump: 'To the slide of that number',
    black: 'Black screen',
    white: 'White screen',
    overview: 'All slides',
    presenter: 'Presenter window',
    notes: 'Notes below the slide',
    fullscreen: 'Full screen',
    start: 'Start in full screen (clicker)',
    help: 'Keys',
    pointer:
      'Click or tap right or left, swipe, or move the pointer for the buttons. Any key ends a blank screen.',
    close: 'Close',
    controls: 'Slide show',
    noFullscreen: 'This browser does not give the full screen here. Try F11.',
  },
  hi: {
    next: 'अगली स्लाइड या चरण',
    previous: 'पिछली स्लाइड या चरण',
    first: 'पहली स्लाइड',
    last: 'अंतिम स्लाइड',
    jump: 'उस संख्या की स्लाइड',
    black: 'काली स्क्रीन',
    white: 'सफ़ेद स्क्रीन',
    overview: 'सभी स्लाइडें',
    presenter: 'प्रस्तुतकर्ता विंडो',
    notes: 'स्लाइड के नीचे नोट्स',
    fullscreen: 'पूरी स्क्रीन',
    start: 'पूरी स्क्रीन पर आरंभ (क्लिकर)',
    help: 'कुंजियाँ',
    pointer:
      'दाएँ या बाएँ क्लिक या टैप करें, स्वाइप करें, या बटनों के लिए पॉइंटर हिलाएँ। कोई भी कुंजी खाली स्क्रीन हटा देती है।',
    close: 'बंद करें',
    controls: 'स्लाइड शो',
    noFullscreen: 'यहाँ ब्राउज़र पूरी स्क्रीन नहीं देता। F11 दबाकर देखें।',
  },
}

export function playerWords(lang: 'en' | 'hi'): PlayerWords {
  return WORDS[lang]
}
