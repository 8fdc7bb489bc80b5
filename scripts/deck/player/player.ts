/** One slide at a time for the class, or the lecturer's own window. Without this script the slides stack and scroll. */
import { openAudience } from './audience.ts'
import { joinAudience } from './link/join-audience.ts'
import { isPresenterAddress, openPresenter } from './presenter/presenter.ts'
import { readSlides } from './slides.ts'
import { openStage } from './stage.ts'
import { scaleInWebkit } from './webkit.ts'
import { readWords } from './words.ts'

const slides = readSlides(document)
if (slides.length > 0) {
  const stage = openStage(slides)
  scaleInWebkit(slides.map(({ svg }) => svg))
  const words = readWords(document)
  if (isPresenterAddress()) openPresenter(stage, words)
  else {
    openAudience({ stage, words: words.player, openPresenter: () => link.openPresenter() })
    const link = joinAudience(stage, words)
  }
}
