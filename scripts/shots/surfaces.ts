import type { Theme } from '../../packages/schema/src/theme.ts';
import type { Block, Step } from '../../packages/schema/src/tour.ts';
import { LANGUAGES, type Language, type Texts } from './hostPage.ts';

/** One thing that end users see. A new one is one entry here. */
export interface Surface {
  readonly id: string;
  readonly name: { readonly en: string; readonly ja: string };
  readonly step: Omit<Step, 'id' | 'content'>;
  readonly title?: Texts;
  readonly body: (language: Language) => readonly Block[];
  /** How many steps its tour has. */
  readonly steps: number;
  /** What is pressed before the picture is taken: an element inside the step. */
  readonly press?: string;
}

const NEXT: Texts = { en: 'Next', ja: '次へ', ar: 'التالي' };
const next: Step['buttons'] = [{ id: 'next', action: 'next', label: NEXT }];
const at = (name: string): Step['target'] => ({ selectors: [`[data-tour=${name}]`] });

/** A paragraph; what stands between two pairs of asterisks is bold. */
const text = (texts: Texts): ((language: Language) => Block) => {
  return (language) => ({
    type: 'paragraph',
    content: texts[language]
      .split('**')
      .map((it, index) => ({
        type: 'text' as const,
        text: it,
        ...(index % 2 && { marks: [{ type: 'bold' as const }] }),
      }))
      .filter((it) => it.text !== ''),
  });
};
const list = (...items: readonly Texts[]): ((language: Language) => Block) => {
  return (language) => ({
    type: 'bulletList',
    content: items.map((item) => ({ type: 'listItem', content: [text(item)(language)] })),
  });
};
const all =
  (...blocks: readonly ((language: Language) => Block)[]): Surface['body'] =>
  (language) =>
    blocks.map((block) => block(language));

const BY_NAME_TITLE: Texts = { en: 'Search by name', ja: '名前で検索', ar: 'ابحث بالاسم' };
const BY_NAME = all(
  text({
    en: 'Type the first letters of a customer. The list narrows as you type.',
    ja: '取引先名の最初の数文字を入力すると、一覧が絞り込まれます。',
    ar: 'اكتب الأحرف الأولى من اسم العميل، فتُصفّى القائمة أثناء الكتابة.',
  }),
);
const HOTSPOT: Surface['step'] = {
  kind: 'hotspot',
  target: at('search'),
  beacon: { label: { en: 'New', ja: '新機能', ar: 'جديد' } },
  buttons: [{ id: 'done', action: 'complete', label: { en: 'Got it', ja: 'わかりました', ar: 'فهمت' } }],
};

export const SURFACES: readonly Surface[] = [
  {
    id: 'tooltip',
    name: { en: 'Tooltip', ja: 'ツールチップ' },
    steps: 3,
    step: { kind: 'tooltip', target: at('new-invoice'), placement: 'bottom-end', buttons: next },
    title: { en: 'Send your first invoice', ja: 'はじめての請求書を送る', ar: 'أرسل فاتورتك الأولى' },
    body: all(
      text({
        en: 'It takes about two minutes. Choose **New invoice** to begin.',
        ja: '2 分ほどで終わります。**請求書を作成**を押して始めましょう。',
        ar: 'يستغرق الأمر دقيقتين تقريبًا. اختر **فاتورة جديدة** للبدء.',
      }),
    ),
  },
  {
    id: 'tooltip-spotlight',
    name: { en: 'Tooltip with a spotlight', ja: 'スポットライト付きのツールチップ' },
    steps: 3,
    step: {
      kind: 'tooltip',
      target: at('filters'),
      placement: 'bottom-start',
      spotlight: { paddingPx: 8, interactive: true },
      buttons: next,
    },
    title: { en: 'Find what is overdue', ja: '期限切れの請求書を探す', ar: 'اعثر على الفواتير المتأخرة' },
    body: all(
      text({
        en: 'Choose **Overdue** to see only the invoices that nobody has paid in time.',
        ja: '**期限切れ**を選ぶと、期限までに支払われていない請求書だけが表示されます。',
        ar: 'اختر **متأخرة** لعرض الفواتير التي لم تُدفع في موعدها فقط.',
      }),
    ),
  },
  {
    id: 'modal',
    name: { en: 'Modal', ja: 'モーダル' },
    steps: 3,
    step: {
      kind: 'modal',
      buttons: [
        { id: 'later', action: 'dismiss', style: 'secondary', label: { en: 'Later', ja: 'あとで', ar: 'لاحقًا' } },
        { id: 'next', action: 'next', label: { en: 'Show me', ja: '案内を見る', ar: 'أرِني' } },
      ],
    },
    title: { en: 'Welcome, Haruka', ja: '遥さん、ようこそ', ar: 'مرحبًا يا هاروكا' },
    body: all(
      text({
        en: 'Three things to know before you begin:',
        ja: '始める前に、知っておいていただきたいことが 3 つあります。',
        ar: 'ثلاثة أمور تفيدك قبل أن تبدأ:',
      }),
      list(
        {
          en: 'Drafts are saved by themselves.',
          ja: '下書きは自動で保存されます。',
          ar: 'تُحفظ المسودات تلقائيًا.',
        },
        {
          en: 'Customers see an invoice only after you send it.',
          ja: '送付するまで、請求書は取引先に表示されません。',
          ar: 'لا يرى العميل الفاتورة إلا بعد أن ترسلها.',
        },
        {
          en: 'You can close this tour at any time.',
          ja: 'このツアーはいつでも閉じられます。',
          ar: 'يمكنك إغلاق هذه الجولة في أي وقت.',
        },
      ),
    ),
  },
  {
    id: 'modal-image',
    name: { en: 'Modal with an image', ja: '画像付きのモーダル' },
    steps: 3,
    step: { kind: 'modal', buttons: next },
    title: { en: 'Your logo on every invoice', ja: 'すべての請求書にロゴを', ar: 'شعارك على كل فاتورة' },
    body: (language) => [
      {
        type: 'image',
        attrs: {
          src: 'https://app.hinode.example/invoice.svg',
          alt: {
            en: 'An invoice with a logo at the top',
            ja: '上部にロゴが入った請求書',
            ar: 'فاتورة يظهر الشعار في أعلاها',
          }[language],
          width: 784,
          height: 392,
        },
      },
      text({
        en: 'Add it once under **Settings**. It appears at the top of each invoice that you send.',
        ja: '**設定**で一度登録すると、送付する請求書の上部に表示されます。',
        ar: 'أضِفه مرة واحدة من **الإعدادات**، وسيظهر أعلى كل فاتورة ترسلها.',
      })(language),
    ],
  },
  {
    id: 'modal-video',
    name: { en: 'Modal with a video, before it is played', ja: '動画付きのモーダル(再生前)' },
    steps: 3,
    step: { kind: 'modal', buttons: next },
    title: { en: 'See it in one minute', ja: '1 分でわかる使い方', ar: 'شاهدها في دقيقة واحدة' },
    body: (language) => [
      {
        type: 'video',
        attrs: {
          src: 'https://youtu.be/dQw4w9WgXcQ',
          title: { en: 'From draft to paid', ja: '下書きから入金まで', ar: 'من المسودة إلى السداد' }[language],
          poster: 'https://app.hinode.example/poster.svg',
        },
      },
    ],
  },
  {
    id: 'slideout',
    name: { en: 'Slideout', ja: 'スライドアウト' },
    steps: 1,
    step: {
      kind: 'slideout',
      buttons: [
        { id: 'see', action: 'complete', label: { en: 'Open the report', ja: 'レポートを開く', ar: 'افتح التقرير' } },
      ],
    },
    title: { en: 'New: monthly reports', ja: '新機能: 月次レポート', ar: 'جديد: التقارير الشهرية' },
    body: all(
      text({
        en: 'See what was invoiced and what was paid, month by month.',
        ja: '請求額と入金額を、月ごとに確認できます。',
        ar: 'اطّلع على ما فُوتر وما سُدّد شهرًا بشهر.',
      }),
    ),
  },
  {
    id: 'banner',
    name: { en: 'Banner', ja: 'バナー' },
    steps: 1,
    step: {
      kind: 'banner',
      buttons: [{ id: 'more', action: 'complete', label: { en: 'Details', ja: '詳細を見る', ar: 'التفاصيل' } }],
    },
    body: all(
      text({
        en: '**Maintenance on Sunday**, from 2:00 to 3:00. Invoices can be read, but not sent.',
        ja: '**日曜日の 2:00〜3:00 にメンテナンスを行います。**請求書の閲覧はできますが、送付はできません。',
        ar: '**صيانة يوم الأحد** من 2:00 إلى 3:00. يمكن قراءة الفواتير، لكن لا يمكن إرسالها.',
      }),
    ),
  },
  {
    id: 'hotspot',
    name: { en: 'Hotspot', ja: 'ホットスポット' },
    steps: 1,
    step: HOTSPOT,
    title: BY_NAME_TITLE,
    body: BY_NAME,
  },
  {
    id: 'hotspot-open',
    name: { en: 'Hotspot, opened', ja: 'ホットスポット(開いた状態)' },
    steps: 1,
    step: HOTSPOT,
    title: BY_NAME_TITLE,
    body: BY_NAME,
    press: '[part~=beacon]',
  },
];

/** The product's own colours, as its team would set them. */
export const THEME: Theme = {
  id: 'hinode',
  scheme: 'auto',
  light: {
    surface: '#ffffff',
    ink: '#10272e',
    muted: '#4b626a',
    accent: '#0b6e69',
    onAccent: '#ffffff',
    border: '#7b9198',
  },
  dark: {
    surface: '#1b2f36',
    ink: '#e8f0f1',
    muted: '#a9bbc0',
    accent: '#6fd0c5',
    onAccent: '#06211f',
    border: '#7f979e',
  },
  radiusPx: 12,
  fontFamily: '"Noto Sans JP", "Noto Sans Arabic", sans-serif',
};

/** The surface as the first step of a tour, which starts when it is asked for. */
export const tourOf = ({ id, step, title, body, steps }: Surface): object => ({
  schemaVersion: 1,
  id,
  name: id,
  defaultLocale: 'en',
  locales: LANGUAGES,
  theme: THEME.id,
  frequency: { show: 'always' },
  steps: Array.from({ length: steps }, (_, index) => ({
    ...step,
    id: `step-${index + 1}`,
    content: Object.fromEntries(
      LANGUAGES.map((language) => [
        language,
        { ...(title && { title: title[language] }), body: { type: 'doc', content: body(language) } },
      ]),
    ),
  })),
});
