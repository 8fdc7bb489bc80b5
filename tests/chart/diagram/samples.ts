/** Diagrams as lecturers draw them, one of each kind and some of their odd sizes. Facts with a source: none, only structure. */
export const SAMPLES: Readonly<Record<string, string>> = {
  process5: `flowchart LR
  A[Bill introduced] --> B[First reading] --> C[Committee stage] --> D[Second reading] --> E[Presidential assent]`,
  process8: `flowchart LR
  A([Bill introduced]) --> B[First reading] --> C[Referred to a standing committee] --> D[Committee report]
  D --> E[Clause by clause debate] --> F[Third reading] --> G[The other House] --> H([Presidential assent])`,
  processTd: `flowchart TD
  A[Survey] --> B[Auction of blocks] --> C[Mining lease] --> D[Ore dressing] --> E[Separation] --> F[Magnets]`,
  institution: `flowchart TD
  M[Ministry of Mines] --> G[Geological Survey of India]
  M --> I[Indian Bureau of Mines]
  M --> K[KABIL]
  M --> N[National Critical Mineral Mission]
  K --> L[Lithium blocks in Argentina]
  N --> R[Recycling]
  N --> E[Exploration]`,
  cause: `flowchart LR
  A[Export controls] --> B[Magnet shortage]
  B --> C[Factories stop]
  B --> D[Prices rise]
  D --> E[New mines]
  C --> F[Pressure on governments]
  F --> E`,
  decision: `flowchart TD
  A([Complaint received]) --> B{Within 30 days?}
  B -->|Yes| C[Register the case]
  B -->|No| D[Return with reasons]
  C --> E{Settled?}
  E -->|Yes| F([Close])
  E -->|No| G[Hearing]`,
  sequence: `sequenceDiagram
  participant C as Citizen
  participant P as Public Information Officer
  participant A as Appellate Authority
  C->>P: Application with fee
  P-->>C: Information within 30 days
  alt refused or silent
    C->>A: First appeal
    A->>P: Order to disclose
    P-->>C: Information
  end`,
  plotBar: `xychart-beta
  title "Imports of lithium-ion cells"
  x-axis [2019, 2020, 2021, 2022, 2023, 2024]
  y-axis "US$ billion"
  bar [0.9, 0.8, 1.3, 1.8, 2.7, 2.3]`,
  plotLine: `xychart-beta
  x-axis [January, February, March, April, May, June]
  line [42.5, 39.1, 44, 51.2, 47, 58.9]`,
  plotBoth: `xychart-beta horizontal
  x-axis ["Rare earths", Graphite, Gallium]
  bar [69, 79, 98]`,
  state: `stateDiagram-v2
  [*] --> Draft
  Draft --> Review : submit
  Review --> Draft : return
  Review --> Published : approve
  Published --> [*]`,
  classes: `classDiagram
  class Person { 
    +String name
    +vote() bool
  }
  class Minister {
    +String portfolio
    +tableBill(Bill b)
  }
  Person <|-- Minister
  Minister "1" --> "*" Bill : introduces
  class Bill {
    +int number
    +read(int stage)
  }`,
  entities: `erDiagram
  STATE ||--o{ DISTRICT : contains
  DISTRICT ||--|{ BLOCK : "is divided into"
  DISTRICT {
    string name PK
    int population
  }
  COLLECTOR |o--|| DISTRICT : heads`,
  groups: `flowchart LR
  subgraph Union
    P[Parliament] --> C[Council of Ministers]
  end
  subgraph State
    L[Legislature] --> S[State cabinet]
  end
  C -. advises .-> S
  P ==> L`,
  shapes: `flowchart LR
  A[box] --> B(round) --> C([stadium]) --> D[[routine]]
  E[(store)] --> F((circle)) --> G{choice} --> H{{hexagon}}
  I>flag] --> J[/slanted/] --> K[/trapezoid\\]
  A --- E
  E --- I`,
  hindiProcess: `flowchart LR
  A[विधेयक प्रस्तुत] --> B[प्रथम वाचन] --> C[समिति को प्रेषित] --> D[द्वितीय वाचन] --> E[राष्ट्रपति की स्वीकृति]`,
  hindiInstitution: `flowchart TD
  क[खान मंत्रालय] --> ख[भारतीय भूवैज्ञानिक सर्वेक्षण]
  क --> ग[भारतीय खान ब्यूरो]
  क --> घ[राष्ट्रीय क्रिटिकल मिनरल मिशन]
  घ -->|चरण एक| च[पुनर्चक्रण]
  घ --> छ[अन्वेषण]`,
  hindiSequence: `sequenceDiagram
  participant न as नागरिक
  participant ल as लोक सूचना अधिकारी
  participant अ as अपीलीय प्राधिकारी
  न->>ल: शुल्क सहित आवेदन
  ल-->>न: 30 दिन में सूचना
  न->>अ: प्रथम अपील
  अ->>अ: सुनवाई
  Note over न,ल: मौन भी इनकार है`,
}
