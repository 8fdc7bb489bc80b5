/** Shows one slide at a time. Without this script the slides stack and scroll. */
import { openAudience } from './audience.ts'
import { readSlides } from './slides.ts'
import { openStage } from './stage.ts'
import { wordsFor } from './words.ts'

const slides = readSlides(document)
if (slides.length > 0) {
  const stage = openStage(slides)
  openAudience({ stage, words: wordsFor(document.documentElement.lang) })
}
