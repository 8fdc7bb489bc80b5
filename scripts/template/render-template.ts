/** A template set compiled once, then Topic → deck Markdown and brief Markdown. Strict: a name that is not there is an error with its place. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Lang, Topic } from '../topic/topic.ts'
import { compileSource, type Environment, type Template } from './compile-source.ts'
import { HandlebarsRuntime } from './handlebars-runtime.ts'
import { helpers } from './helpers.ts'
import { describeTemplateError, type LocatedError } from './template-error.ts'
import type { TemplateFile, TemplateSet } from './template-set.ts'
import { makeView, type View } from './view.ts'
import { type Words, wordsOf } from './words.ts'

export type RenderedTemplate = { readonly markdown: string } | { readonly diagnostic: Diagnostic }

export type CompiledTemplates = {
  readonly set: TemplateSet
  renderDeck(topic: Topic): RenderedTemplate
  renderBrief(topic: Topic, page?: BriefOptions): RenderedTemplate
  /** Undefined in a set without a back page; empty Markdown where the topic has nothing for it. */
  renderBack(topic: Topic): RenderedTemplate | undefined
  renderHandout(topic: Topic): RenderedTemplate
  /** What the set says in its own words. */
  wordsIn(lang: Lang): Words
}

export type BriefOptions = {
  /** All questions stand on the back of the page. */
  readonly hasQuestionsOverleaf: boolean
}

const ALONE: BriefOptions = { hasQuestionsOverleaf: false }

/** @param words the data of `words.yaml` */
export async function compileTemplates(
  set: TemplateSet,
  words: unknown,
): Promise<CompiledTemplates> {
  const environment = HandlebarsRuntime.create()
  for (const name of ['if', 'unless', 'each', 'with']) environment.unregisterHelper(name)
  for (const [name, helper] of Object.entries(helpers)) environment.registerHelper(name, helper)
  for (const [name, file] of set.partials)
    environment.registerPartial(name, await compileLocated(environment, file))
  const viewOf = (topic: Topic, page = ALONE): View => ({
    ...makeView(topic, wordsOf(words, topic.lang)),
    questionsOverleaf: page.hasQuestionsOverleaf,
  })
  const deck = await compileLocated(environment, set.deck)
  const brief = await compileLocated(environment, set.brief)
  const handout = await compileLocated(environment, set.handout)
  const { back } = set
  const backTemplate = back === undefined ? undefined : await compileLocated(environment, back)
  return {
    set,
    renderDeck: (topic) => render(deck, viewOf(topic), set.deck),
    renderBrief: (topic, page) => render(brief, viewOf(topic, page), set.brief),
    renderBack: (topic) =>
      back === undefined || backTemplate === undefined
        ? undefined
        : render(backTemplate, viewOf(topic), back),
    renderHandout: (topic) => render(handout, viewOf(topic), set.handout),
    wordsIn: (lang) => wordsOf(words, lang),
  }
}

/**
 * A template whose errors know the file they come from, also when it runs as a partial of another. What
 * cannot be compiled throws when it is used: a broken brief leaves the deck alone.
 */
async function compileLocated(environment: Environment, file: TemplateFile): Promise<Template> {
  const template = await compileSource(file.source, environment).catch(throwWhenUsed)
  return (context, options) => {
    try {
      return template(context, options)
    } catch (error) {
      if (error instanceof Error) markOrigin(error, file)
      throw error
    }
  }
}

function throwWhenUsed(error: unknown): Template {
  return () => {
    throw error
  }
}

function markOrigin(error: LocatedError, file: TemplateFile): void {
  error.templateFile ??= file
}

function render(template: Template, view: View, main: TemplateFile): RenderedTemplate {
  try {
    return { markdown: tidy(template(view)) }
  } catch (error) {
    // Templates are edited by users: whatever stops one is said with the place in the template.
    if (error instanceof Error) return { diagnostic: describeTemplateError(error, main) }
    throw error
  }
}

/** Blocks and partials leave blank lines behind: at most one between two blocks, one newline at the end. */
function tidy(markdown: string): string {
  return `${markdown
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`
}
