package month

// languages are the names of the months by language, after Unicode CLDR 46: full names and, after a stroke, short ones. Of the
// full names first the form that dates have. The more widely spoken come first.
var languages = []struct{ code, months string }{
	{"en", "january|jan;february|feb;march|mar;april|apr;may;june|jun;july|jul;august|aug;september|sep sept;october|oct;november|nov;december|dec"},
	{"de", "januar jänner|jan jän;februar feber|feb;märz maerz|mär mrz;april|apr;mai;juni|jun;juli|jul;august|aug;september|sep sept;oktober|okt;november|nov;dezember|dez"},
	{"fr", "janvier|janv;février|févr fév;mars;avril|avr;mai;juin;juillet|juil;août aout;septembre|sept;octobre|oct;novembre|nov;décembre|déc"},
	{"es", "enero|ene;febrero|feb;marzo|mar;abril|abr;mayo|may;junio|jun;julio|jul;agosto|ago;septiembre setiembre|sep sept;octubre|oct;noviembre|nov;diciembre|dic"},
	{"pt", "janeiro|jan;fevereiro|fev;março|mar;abril|abr;maio|mai;junho|jun;julho|jul;agosto|ago;setembro|set;outubro|out;novembro|nov;dezembro|dez"},
	{"it", "gennaio|gen;febbraio|feb;marzo|mar;aprile|apr;maggio|mag;giugno|giu;luglio|lug;agosto|ago;settembre|set;ottobre|ott;novembre|nov;dicembre|dic"},
	{"nl", "januari|jan;februari|feb;maart|mrt;april|apr;mei;juni|jun;juli|jul;augustus|aug;september|sep;oktober|okt;november|nov;december|dec"},
	{"ru", "января январь|янв;февраля февраль|фев февр;марта март|мар;апреля апрель|апр;мая май;июня июнь|июн;июля июль|июл;августа август|авг;сентября сентябрь|сен сент;октября октябрь|окт;ноября ноябрь|ноя нояб;декабря декабрь|дек"},
	{"pl", "stycznia styczeń|sty;lutego luty|lut;marca marzec|mar;kwietnia kwiecień|kwi;maja maj;czerwca czerwiec|cze;lipca lipiec|lip;sierpnia sierpień|sie;września wrzesień|wrz;października październik|paź;listopada listopad|lis;grudnia grudzień|gru"},
	{"tr", "ocak|oca;şubat|şub;mart|mar;nisan|nis;mayıs|may;haziran|haz;temmuz|tem;ağustos|ağu;eylül|eyl;ekim|eki;kasım|kas;aralık|ara"},
	{"uk", "січня січень|січ;лютого лютий|лют;березня березень|бер;квітня квітень|квіт;травня травень|трав;червня червень|черв;липня липень|лип;серпня серпень|серп;вересня вересень|вер;жовтня жовтень|жовт;листопада листопад|лист;грудня грудень|груд"},
	{"cs", "ledna leden;února únor;března březen;dubna duben;května květen;června červen;července červenec;srpna srpen;září;října říjen;listopadu listopad;prosince prosinec"},
	{"sv", "januari|jan;februari|feb;mars;april|apr;maj;juni|jun;juli|jul;augusti|aug;september|sep sept;oktober|okt;november|nov;december|dec"},
	{"da", "januar|jan;februar|feb;marts|mar;april|apr;maj;juni|jun;juli|jul;august|aug;september|sep sept;oktober|okt;november|nov;december|dec"},
	{"nb", "januar|jan;februar|feb;mars|mar;april|apr;mai;juni|jun;juli|jul;august|aug;september|sep sept;oktober|okt;november|nov;desember|des"},
	{"fi", "tammikuuta tammikuu;helmikuuta helmikuu;maaliskuuta maaliskuu;huhtikuuta huhtikuu;toukokuuta toukokuu;kesäkuuta kesäkuu;heinäkuuta heinäkuu;elokuuta elokuu;syyskuuta syyskuu;lokakuuta lokakuu;marraskuuta marraskuu;joulukuuta joulukuu"},
	{"ro", "ianuarie|ian;februarie|feb;martie|mar;aprilie|apr;mai;iunie|iun;iulie|iul;august|aug;septembrie|sept;octombrie|oct;noiembrie|nov;decembrie|dec"},
	{"hu", "január|jan;február|febr;március|márc;április|ápr;május|máj;június|jún;július|júl;augusztus|aug;szeptember|szept;október|okt;november|nov;december|dec"},
	{"ca", "gener;febrer|febr;març;abril|abr;maig;juny;juliol|jul;agost|ag;setembre|set;octubre|oct;novembre|nov;desembre|des"},
	{"sk", "januára január|jan;februára február|feb;marca marec|mar;apríla apríl|apr;mája máj;júna jún;júla júl;augusta august|aug;septembra september|sep;októbra október|okt;novembra november|nov;decembra december|dec"},
	{"sl", "januarja januar|jan;februarja februar|feb;marca marec|mar;aprila april|apr;maja maj;junija junij|jun;julija julij|jul;avgusta avgust|avg;septembra september|sep;oktobra oktober|okt;novembra november|nov;decembra december|dec"},
	{"bg", "януари;февруари;март;април;май;юни;юли;август;септември;октомври;ноември;декември"},
	{"sr", "januar јануар;februar фебруар;mart март;april април;maj мај;jun јун;jul јул;avgust август;septembar септембар;oktobar октобар;novembar новембар;decembar децембар"},
	{"id", "januari|jan;februari|feb;maret|mar;april|apr;mei;juni|jun;juli|jul;agustus|agu;september|sep;oktober|okt;november|nov;desember|des"},
	{"ar", "يناير;فبراير;مارس;أبريل ابريل إبريل;مايو;يونيو يونيه;يوليو يوليه;أغسطس اغسطس;سبتمبر;أكتوبر اكتوبر;نوفمبر;ديسمبر"},
	{"el", "ιανουαρίου ιανουάριος|ιαν;φεβρουαρίου φεβρουάριος|φεβ;μαρτίου μάρτιος|μαρ;απριλίου απρίλιος|απρ;μαΐου μάιος|μαΐ;ιουνίου ιούνιος|ιουν;ιουλίου ιούλιος|ιουλ;αυγούστου αύγουστος|αυγ;σεπτεμβρίου σεπτέμβριος|σεπ;οκτωβρίου οκτώβριος|οκτ;νοεμβρίου νοέμβριος|νοε;δεκεμβρίου δεκέμβριος|δεκ"},
	{"he", "בינואר ינואר;בפברואר פברואר;במרץ מרץ;באפריל אפריל;במאי מאי;ביוני יוני;ביולי יולי;באוגוסט אוגוסט;בספטמבר ספטמבר;באוקטובר אוקטובר;בנובמבר נובמבר;בדצמבר דצמבר"},
	{"hr", "siječnja siječanj|sij;veljače veljača|velj;ožujka ožujak|ožu;travnja travanj|tra;svibnja svibanj|svi;lipnja lipanj|lip;srpnja srpanj|srp;kolovoza kolovoz|kol;rujna rujan|ruj;listopada listopad|lis;studenoga studenog studeni|stu;prosinca prosinac|pro"},
}
