// Sources, by language; docs/typography.md says what each is cited for.
// fr     Imprimerie nationale, Lexique des règles typographiques, 2002
// fr-CH  Guide du typographe, Groupe de Lausanne, 7th edition, 2015
// fr-CA  Office québécois de la langue française, Banque de dépannage
//        linguistique: « Espacement avant et après les signes »
// en, en-US  The Chicago Manual of Style, 17th edition: 6.85, 6.119, 13.30
// en-GB  New Hart's Rules, 2nd edition: 4.11, 9.2
// de     Duden, Die deutsche Rechtschreibung, „Anführungszeichen“; DIN 5008
// de-CH  Schweizerische Bundeskanzlei, Schreibweisungen, 2nd edition
// es     RAE, Ortografía de la lengua española, 2010, III 3.4.8
// it     UNI 6015; Treccani, « virgolette »
// pt-PT  Código de Redação Interinstitucional; pt: Manual da Folha
// nl     Taalunie, Taaladvies: « Aanhalingstekens »
// pl     PWN, Zasady pisowni i interpunkcji, „Cudzysłów”
// ru     Мильчин, Справочник издателя и автора; ГОСТ Р 7.0.97
// ar     مجمع اللغة العربية بالقاهرة, علامات الترقيم, 1932
// he     האקדמיה ללשון העברית, כללי הפיסוק
// others CLDR 44, delimiters and dates
#include "typography/polish_languages.h"

#include "base/language_tag.h"

namespace broadsheet {
namespace {

constexpr QuotePair kDouble = {u'“', u'”'};
constexpr QuotePair kSingle = {u'‘', u'’'};
constexpr QuotePair kGuillemets = {u'«', u'»'};
constexpr QuotePair kLow = {u'„', u'“'};
constexpr QuotePair kLowSingle = {u'‚', u'‘'};
constexpr QuotePair kLowHigh = {u'„', u'”'};
constexpr QuotePair kRightDouble = {u'”', u'”'};
constexpr QuotePair kRightSingle = {u'’', u'’'};

constexpr LanguageRules french() {
  LanguageRules out = {.tag = "fr", .quotes = {kGuillemets, kDouble}};
  out.inside_guillemets = kNoBreakSpace;
  out.high = SpaceBefore::Narrow;
  out.colon = SpaceBefore::NoBreak;
  out.space_before_percent = true;
  out.months =
      " janvier février mars avril mai juin juillet août septembre octobre "
      "novembre décembre ";
  out.units =
      " million millions milliard milliards euro euros dollar dollars franc "
      "francs heures minutes mètres kilomètres degrés ";
  out.titles = " M. MM. Mme Mmes Mlle Mlles Dr Drs Pr Me Mgr ";
  out.references = " n° nº N° Nº nos p. pp. art. art chap. fig. vol. § ";
  out.raised_ordinals = true;
  return out;
}

constexpr LanguageRules swiss_french() {
  LanguageRules out = french();
  out.tag = "fr-CH";
  out.quotes = {kGuillemets, {u'‹', u'›'}};
  out.inside_guillemets = kNarrowNoBreakSpace;
  out.colon = SpaceBefore::Narrow;
  return out;
}

constexpr LanguageRules canadian_french() {
  LanguageRules out = french();
  out.tag = "fr-CA";
  out.high = SpaceBefore::Removed;
  return out;
}

constexpr LanguageRules english() {
  LanguageRules out = {.tag = "en", .quotes = {kDouble, kSingle}};
  out.double_hyphen = u'—';
  out.closed_dash = true;
  out.grouped_by_space = false;
  out.months =
      " january february march april may june july august september october "
      "november december ";
  out.month_first = true;
  out.units = " million billion trillion ";
  out.titles = " Mr. Mrs. Ms. Mr Mrs Ms Dr. Dr Prof. St. Sen. Rep. Gov. Gen. ";
  out.references = " No. Nos. p. pp. vol. fig. § ";
  return out;
}

constexpr LanguageRules british(std::string_view tag) {
  LanguageRules out = english();
  out.tag = tag;
  out.quotes = {kSingle, kDouble};
  out.double_hyphen = u'–';
  out.closed_dash = false;
  out.no_break_before_dash = true;
  out.month_first = false;
  return out;
}

constexpr LanguageRules german() {
  LanguageRules out = {.tag = "de", .quotes = {kLow, kLowSingle}};
  out.single = kLowSingle;
  out.space_before_percent = true;
  out.months =
      " januar jänner februar märz april mai juni juli august september "
      "oktober november dezember ";
  out.units = " Mio. Mrd. Millionen Milliarden Million Milliarde Euro Uhr ";
  out.titles = " Dr. Prof. Hr. Fr. St. ";
  out.references = " Nr. S. Art. Abs. Bd. § §§ ";
  out.abbreviations =
      " z.B. d.h. u.a. i.d. o.ä. v.a. z.T. s.o. s.u. u.U. v.Chr. n.Chr. ";
  return out;
}

constexpr LanguageRules swiss_german() {
  LanguageRules out = german();
  out.tag = "de-CH";
  out.quotes = {kGuillemets, {u'‹', u'›'}};
  out.single = {u'‹', u'›'};
  return out;
}

constexpr LanguageRules spanish() {
  LanguageRules out = {.tag = "es", .quotes = {kGuillemets, kDouble}};
  out.double_hyphen = u'—';
  out.space_before_percent = true;
  out.months =
      " enero febrero marzo abril mayo junio julio agosto septiembre setiembre "
      "octubre noviembre diciembre ";
  out.day_link = "de";
  out.units = " millón millones mil euros dólares pesos ";
  out.titles = " Sr. Sra. Srta. Sres. D. Dña. Dr. Dra. ";
  out.references = " n.º núm. pág. págs. art. vol. § ";
  out.abbreviations = " EE.UU. p.ej. RR.HH. a.C. d.C. ";
  return out;
}

constexpr LanguageRules italian() {
  LanguageRules out = {.tag = "it", .quotes = {kGuillemets, kDouble}};
  out.months =
      " gennaio febbraio marzo aprile maggio giugno luglio agosto settembre "
      "ottobre novembre dicembre ";
  out.units = " milione milioni miliardo miliardi mila euro dollari ";
  out.titles = " Sig. Sig.ra Dott. Dott.ssa Prof. Ing. Avv. On. ";
  out.references = " n. pag. pagg. p. pp. art. vol. § ";
  return out;
}

constexpr LanguageRules portuguese() {
  LanguageRules out = {.tag = "pt", .quotes = {kDouble, kSingle}};
  out.double_hyphen = u'—';
  out.months =
      " janeiro fevereiro março abril maio junho julho agosto setembro outubro "
      "novembro dezembro ";
  out.day_link = "de";
  out.units = " mil milhão milhões bilhão bilhões euros reais dólares ";
  out.titles = " Sr. Sra. Srs. Dr. Dra. Prof. D. ";
  out.references = " n.º nº pág. págs. p. art. vol. § ";
  return out;
}

constexpr LanguageRules european_portuguese() {
  LanguageRules out = portuguese();
  out.tag = "pt-PT";
  out.quotes = {kGuillemets, kDouble};
  out.space_before_percent = true;
  return out;
}

constexpr LanguageRules dutch() {
  LanguageRules out = {.tag = "nl", .quotes = {kDouble, kSingle}};
  out.months =
      " januari februari maart april mei juni juli augustus september oktober "
      "november december ";
  out.units = " miljoen miljard euro dollar uur ";
  out.titles = " dr. drs. prof. mr. ir. dhr. mevr. mw. ";
  out.references = " nr. blz. p. art. § ";
  return out;
}

constexpr LanguageRules polish_language() {
  LanguageRules out = {.tag = "pl", .quotes = {kLowHigh, kGuillemets}};
  out.no_break_before_dash = true;
  out.months =
      " stycznia lutego marca kwietnia maja czerwca lipca sierpnia września "
      "października listopada grudnia ";
  out.units = " tys. mln mld zł gr euro r. w. godz. proc. ";
  out.titles = " dr prof. mgr inż. gen. płk św. ks. ul. im. ";
  out.references = " nr s. str. art. ust. pkt § t. ";
  out.short_words = " a i o u w z ";
  return out;
}

constexpr LanguageRules russian() {
  LanguageRules out = {.tag = "ru", .quotes = {kGuillemets, kLow}};
  out.single = kLow;
  out.double_hyphen = u'—';
  out.spaced_hyphen = u'—';
  out.no_break_before_dash = true;
  out.space_before_percent = true;
  out.months =
      " января февраля марта апреля мая июня июля августа сентября октября "
      "ноября декабря ";
  out.units =
      " г. гг. в. вв. тыс. млн млрд трлн руб. коп. км м кг т ч мин рублей ";
  out.titles = " г. ул. им. проф. акад. ген. св. ";
  out.references = " № с. стр. ст. п. гл. т. рис. § ";
  out.abbreviations = " т.е. т.д. т.п. т.к. т.н. н.э. ";
  out.short_words = " а в и к о с у я ";
  return out;
}

constexpr LanguageRules ukrainian() {
  LanguageRules out = russian();
  out.tag = "uk";
  out.double_hyphen = u'–';
  out.spaced_hyphen = u'–';
  out.months =
      " січня лютого березня квітня травня червня липня серпня вересня жовтня "
      "листопада грудня ";
  out.units = " р. рр. ст. тис. млн млрд грн км м кг т ";
  out.titles = " м. вул. ім. проф. акад. ";
  out.references = " № с. ст. п. гл. т. § ";
  out.abbreviations = " т.д. т.п. ";
  out.short_words = " а б в є з і й о у я ";
  return out;
}

constexpr LanguageRules arabic(std::string_view tag) {
  LanguageRules out = {.tag = tag, .quotes = {kGuillemets, kDouble}};
  out.single = kDouble;
  out.months =
      " يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر "
      "ديسمبر ";
  out.units = " مليون مليار ألف ";
  return out;
}

constexpr LanguageRules hebrew() {
  LanguageRules out = {.tag = "he", .quotes = {kRightDouble, kRightSingle}};
  out.single = kRightSingle;
  out.months =
      " בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר "
      "בנובמבר בדצמבר ";
  return out;
}

constexpr LanguageRules czech(std::string_view tag, std::string_view words) {
  LanguageRules out = {.tag = tag, .quotes = {kLow, kLowSingle}};
  out.single = kLowSingle;
  out.no_break_before_dash = true;
  out.units = " tis. mil. mld. mil Kč ";
  out.short_words = words;
  return out;
}

constexpr LanguageRules nordic(std::string_view tag, QuotePair first,
                               QuotePair second) {
  LanguageRules out = {.tag = tag, .quotes = {first, second}};
  out.single = second;
  out.space_before_percent = true;
  return out;
}

constexpr LanguageRules plain(std::string_view tag, QuotePair first,
                              QuotePair second) {
  return {.tag = tag, .quotes = {first, second}};
}

constexpr std::array kLanguages = {
    french(),
    swiss_french(),
    canadian_french(),
    english(),
    british("en-GB"),
    british("en-IE"),
    german(),
    swiss_german(),
    spanish(),
    italian(),
    portuguese(),
    european_portuguese(),
    dutch(),
    polish_language(),
    russian(),
    ukrainian(),
    arabic("ar"),
    arabic("fa"),
    hebrew(),
    czech("cs", " a i k o s u v z "),
    czech("sk", " a i k o s u v z "),
    nordic("sv", kRightDouble, kRightSingle),
    nordic("fi", kRightDouble, kRightSingle),
    nordic("da", kDouble, kSingle),
    nordic("nb", kGuillemets, kSingle),
    nordic("nn", kGuillemets, kSingle),
    nordic("no", kGuillemets, kSingle),
    plain("bg", kLow, kSingle),
    plain("ca", kGuillemets, kDouble),
    plain("el", kGuillemets, kDouble),
    plain("hr", kLowHigh, kSingle),
    plain("hu", kLowHigh, {u'»', u'«'}),
    plain("ro", kLowHigh, kGuillemets),
    plain("sl", kLow, kLowSingle),
    plain("tr", kDouble, kSingle),
};
static_assert(kLanguages.size() <= kMaxPolishLanguages);

}  // namespace

const std::string_view kCommonUnits =
    " km m dm cm mm µm nm km/h m/s km² m² cm² mm² km³ m³ cm³ ha kg g mg t hl "
    "L l dl cl mL ml h min s ms °C °F ºC ºF Hz kHz MHz GHz W kW MW GW Wh kWh "
    "MWh GWh TWh V mA Ω J kJ cal kcal Pa hPa bar dB Go Mo Ko To GB MB kB "
    "TB € $ £ ¥ ฿ ₽ zł CHF EUR USD GBP deg ";

std::size_t polish_language_count() { return kLanguages.size(); }

const LanguageRules& language_rules(PolishLanguage language) {
  return kLanguages[language];
}

PolishLanguage find_polish_language(std::string_view tag) {
  std::array<std::string_view, kLanguages.size()> tags;
  for (std::size_t i = 0; i < tags.size(); ++i) tags[i] = kLanguages[i].tag;
  const auto found = lookup(tag, tags);
  for (std::size_t i = 0; found && i < tags.size(); ++i) {
    if (tags[i] == *found) return static_cast<PolishLanguage>(i);
  }
  return kNoPolishLanguage;
}

}  // namespace broadsheet
