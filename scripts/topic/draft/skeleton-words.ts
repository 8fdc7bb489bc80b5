/** What the skeleton says, in the language of the topic. */
import type { Lang } from '../topic.ts'

type Row = readonly [string, string]

export type SkeletonWords = {
  /** Comments above the keys. */
  readonly about: Readonly<
    Record<
      | 'title'
      | 'date'
      | 'summary'
      | 'sources'
      | 'facts'
      | 'sections'
      | 'points'
      | 'table'
      | 'chart'
      | 'questions',
      string
    >
  >
  readonly summary: string
  readonly source: { readonly title: string; readonly publisher: string }
  readonly fact: { readonly label: string; readonly unit: string }
  /** `FACT` stands for the fact's id. */
  readonly points: { readonly title: string; readonly first: string; readonly second: string }
  readonly table: {
    readonly title: string
    readonly columns: Row
    readonly rows: readonly [Row, Row]
  }
  readonly chart: { readonly title: string; readonly finding: string; readonly caption: string }
  readonly question: {
    readonly ask: string
    readonly options: readonly string[]
    readonly because: string
  }
  /** What the teacher says on the title slide and in each section. */
  readonly notes: Readonly<Record<'opening' | 'points' | 'table' | 'chart', string>>
}

export const SKELETON_WORDS: Readonly<Record<Lang, SkeletonWords>> = {
  en: {
    about: {
      title: 'Keep the quotes: they let a text hold a colon or any other sign.',
      date: 'Take away the # and write the day of the lecture.',
      summary: 'One sentence for the printed page and the list of topics.',
      sources: 'Where the figures come from. Cite a source in a text with [@report].',
      facts: 'Every figure is written once, here. A text prints it with the name in braces.',
      sections: 'One section is one slide or more, and one part of the printed page.',
      points: 'One line for each point; **two stars** make words bold.',
      table: 'A table has columns and rows; every row has as many cells as there are columns.',
      chart: 'A bar for each pair of label and figure; the title says what the bars show.',
      questions: 'With options and an answer, or only `ask` with `marks` and `words`.',
    },
    summary: 'Say in one sentence what the class will know at the end.',
    source: { title: 'Title of the report or the article', publisher: 'Who published it' },
    fact: { label: 'What the figure measures', unit: 'US$ billion' },
    points: {
      title: 'Overview',
      first: 'The first thing the class should remember',
      second: 'A point with a figure: trade came to {FACT}.[@report]',
    },
    table: {
      title: 'Comparison',
      columns: ['Side', 'What it wants'],
      rows: [
        ['First side', 'Its aim'],
        ['Second side', 'Its aim'],
      ],
    },
    chart: {
      title: 'Trend',
      finding: 'Trade has grown in a year',
      caption: 'Trade, US$ billion',
    },
    question: {
      ask: 'Which answer is right?',
      options: ['This one', 'The second one', 'Another one', 'None of them'],
      because: 'Say why it is right and the others are not.',
    },
    notes: {
      opening: 'What you say while the title is shown. Only you see these notes.',
      points: 'What you say about the points: an example, a question to the class.',
      table: 'What you say about the table: which row should they read first?',
      chart: 'What you say about the chart: what happened between the two bars?',
    },
  },
  hi: {
    about: {
      title: 'उद्धरण चिह्न रहने दें: उनके भीतर कोलन या कोई भी चिह्न लिखा जा सकता है।',
      date: 'आगे का # हटाकर व्याख्यान की तारीख लिखें।',
      summary: 'छपे पृष्ठ और विषय सूची के लिए एक वाक्य।',
      sources: 'आँकड़े कहाँ से आए। पाठ में स्रोत का संकेत [@report] लिखकर दें।',
      facts: 'हर आँकड़ा एक बार यहीं लिखें। पाठ में उसका नाम कोष्ठक { } में लिखने से वह छपता है।',
      sections: 'एक अनुभाग एक या अधिक स्लाइड बनता है और छपे पृष्ठ का एक भाग।',
      points: 'हर बिंदु एक पंक्ति में; **दो तारे** शब्दों को मोटा करते हैं।',
      table: 'तालिका में स्तंभ और पंक्तियाँ; हर पंक्ति में उतने ही खाने जितने स्तंभ।',
      chart: 'नाम और अंक की हर जोड़ी से एक पट्टी; शीर्षक बताता है कि पट्टियाँ क्या दिखाती हैं।',
      questions: 'विकल्प और उत्तर के साथ, या केवल `ask` के साथ `marks` और `words`।',
    },
    summary: 'एक वाक्य में लिखें कि अंत में कक्षा क्या जान लेगी।',
    source: { title: 'रिपोर्ट या लेख का शीर्षक', publisher: 'प्रकाशक का नाम' },
    fact: { label: 'आँकड़ा क्या मापता है', unit: 'अरब डॉलर' },
    points: {
      title: 'परिचय',
      first: 'पहली बात, जो कक्षा को याद रहे',
      second: 'आँकड़े वाला बिंदु: व्यापार {FACT} का रहा।[@report]',
    },
    table: {
      title: 'तुलना',
      columns: ['पक्ष', 'उसका लक्ष्य'],
      rows: [
        ['पहला पक्ष', 'लक्ष्य'],
        ['दूसरा पक्ष', 'लक्ष्य'],
      ],
    },
    chart: {
      title: 'रुझान',
      finding: 'एक वर्ष में व्यापार बढ़ा',
      caption: 'व्यापार, अरब डॉलर',
    },
    question: {
      ask: 'कौन-सा उत्तर सही है?',
      options: ['यह', 'दूसरा', 'कोई और', 'इनमें से कोई नहीं'],
      because: 'लिखें कि यह सही क्यों है और बाकी क्यों नहीं।',
    },
    notes: {
      opening: 'शीर्षक दिखाते समय आप जो कहेंगे। ये नोट केवल आपको दिखते हैं।',
      points: 'बिंदुओं पर आप जो कहेंगे: एक उदाहरण, कक्षा से एक प्रश्न।',
      table: 'तालिका पर आप जो कहेंगे: पहले कौन-सी पंक्ति पढ़ें?',
      chart: 'चार्ट पर आप जो कहेंगे: दोनों पट्टियों के बीच क्या हुआ?',
    },
  },
}
