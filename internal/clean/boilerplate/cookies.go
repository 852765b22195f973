package boilerplate

import "github.com/copydesk/copydesk/internal/text"

// Cookies lines are notices on consent, privacy, terms of use and what the browser lacks, addressed to the
// visitor. Wrong in a guide to such notices that quotes one as a line of its own.
const Cookies text.Rule = "lines.cookies"

var cookiesRule = rule{
	info: text.RuleInfo{ID: Cookies, Default: true, Description: "consent and privacy notices addressed to the visitor; wrong in a guide that quotes such a notice"},
	phrases: []phrase{
		{within, 60, .97, "we|site|website use|uses|may_use|also_use .. cookies"},
		{within, 50, .93, "use of cookies"},
		{within, 70, .96, "we and our .. partners use|store|process|access|collect"},
		{within, 60, .94, "you can? manage|change|withdraw|adjust|update your cookie|consent|privacy preferences|settings|choices|choice"},
		{within, 60, .93, "accept|reject|allow all? cookies"},
		{within, 60, .95, "consent .. cookies"},
		{within, 12, .93, "cookie|cookies policy|settings|preferences|notice|consent|statement"},
		{within, 60, .8, "cookie|cookies policy|settings|preferences|notice|consent"},
		{starts, 6, .95, "manage|accept|reject|customize|customise .. cookies|consent|all|preferences"},
		{within, 60, .5, "our cookie|privacy|terms|site|website|partners"},
		{within, 40, .85, "our privacy|cookie policy|notice|statement"},
		{opens, 10, .95, "privacy policy|statement|notice|settings|terms"},
		{whole, 3, .95, "terms of use|service"},
		{whole, 3, .95, "terms and? conditions"},
		{within, 12, .85, "terms of use|service"},
		{within, 12, .85, "privacy policy|notice"},
		{starts, 14, .93, "you can? read|see|view our? privacy policy"},
		{within, 40, .98, "protected by recaptcha"},
		{within, 40, .95, "agree to .. privacy policy"},
		{within, 50, .95, "agree to our|the|NAME .. terms|privacy|use"},
		{within, 60, .96, "by continuing|browsing|clicking .. agree"},
		{within, 60, .96, "by continuing|using|browsing|clicking|accessing .. site|website|page|accept"},
		{within, 60, .9, "continue to? use|using|browse|browsing this|our|the|without site|website"},
		{within, 40, .85, "you consent|agree to"},
		{within, 50, .9, "withdraw your consent"},
		{within, 40, .9, "you're|you_are not a robot"},
		{within, 20, .9, "do not sell .. information"},
		{within, 30, .97, "please|must|need enable javascript|cookies"},
		{within, 30, .95, "enable|requires javascript .. browser|complete|view|site|page|continue"},
		{starts, 24, .95, "bitte|um|sie|diese|aktivieren|aktiviere .. javascript .. aktivieren|aktiviert|browser|ein"},
		{starts, 12, .95, "bitte aktivieren|aktiviere sie? javascript"},
		{starts, 24, .95, "veuillez|vous_devez|merci|pour|activez .. activer|activez|d'activer? javascript"},
		{starts, 24, .95, "active|habilite|activa|habilita|debe|debes|por_favor|para|attiva|abilita|è_necessario|per_favore|ative .. javascript"},
		{starts, 24, .95, "schakel|zet|włącz|proszę|zapněte|povolte .. javascript"},
		{starts, 24, .95, "включите|пожалуйста|для|увімкніть .. javascript"},
		{within, 24, .95, "javascript を|'i|desteğini|etkin .. 有効|有効に|有效|etkinleştirin|etkinleştiriniz"},
		{within, 24, .95, "启用|开启|啟用|開啟|请开启 .. javascript"},
		{within, 40, .95, "your|this|web|current browser does|is not|currently|no|longer? support|supported"},
		{within, 40, .95, "your|this browser is no longer supported"},
		{within, 24, .94, "disable|turn_off|pause|whitelist|disabling .. ad|ads|ad-blocker|adblocker|adblock blocker?"},
		{within, 16, .94, "ad_blocker|adblocker|ad-blocker|adblock detected|enabled|active|on"},
		{within, 30, .95, "out of date browser"},
		{whole, 5, .93, "we|your care|value about? your? privacy"},
		{starts, 16, .93, "please? read|see|view|check our privacy|cookie"},
		{within, 30, .93, "with our privacy|cookie"},
		{whole, 5, .93, "we|your respect|protect|take your? privacy .."},
		{within, 60, .93, "process|access|store .. personal|your data .. cookies|browsing|partners"},
		{within, 20, .9, "refresh your|this page|browser"},
		{starts, 30, .93, "if you can't|cannot|don't see|view|read .. poll|video|form|map|gallery|chart|graphic|timeline|tweet|quiz|podcast|player"},

		// German, French, Spanish, Italian, Portuguese, Dutch
		{within, 60, .95, "verwendet|verwenden|nutzt|nutzen|setzt|benutzt .. cookies"},
		{within, 60, .95, "utilise|utilisons|utilisation .. cookies"},
		{within, 60, .95, "utiliza|utilizamos|usamos|usa|uso .. cookies"},
		{within, 60, .95, "utilizziamo|utilizza|uso .. cookie|cookies"},
		{within, 60, .95, "gebruikt|gebruiken|maakt .. cookies"},
		{within, 60, .93, "verwendung|einsatz|nutzung von cookies"},
		{whole, 2, .95, "datenschutz|datenschutzerklärung|impressum|cookie-einstellungen|cookie-richtlinie|datenschutzhinweise|agb|datenschutzbestimmungen"},
		{within, 10, .95, "impressum .. datenschutz|datenschutzerklärung|agb|kontakt"},
		{whole, 5, .95, "mentions_légales|politique_de_confidentialité|politica_de_privacidad|política_de_privacidad|aviso_legal|informativa_sulla_privacy|privacybeleid|política_de_cookies|politique_de_cookies"},

		// German, French, Spanish, Italian, Portuguese, Dutch, Scandinavian: buttons and going on
		{whole, 4, .95, "alle_akzeptieren|alles_akzeptieren|alle_cookies_akzeptieren|alle_ablehnen|nur_notwendige|cookies_akzeptieren|ich_stimme_zu|einstellungen_verwalten|cookie-einstellungen_ändern"},
		{whole, 4, .95, "tout_accepter|tout_refuser|accepter_et_fermer|continuer_sans_accepter|accepter_les_cookies|paramétrer_les_cookies|gérer_les_cookies|j'accepte|je_refuse"},
		{whole, 5, .95, "aceptar_todo|aceptar_todas|aceptar_cookies|aceptar_todas_las_cookies|rechazar_todo|rechazar_todas|configurar_cookies|aceptar_y_cerrar|aceptar_y_continuar"},
		{whole, 4, .95, "accetta_tutto|accetta_tutti|accetta_tutti_i_cookie|accetta_i_cookie|rifiuta_tutto|rifiuta_tutti|gestisci_preferenze|accetta_e_chiudi"},
		{whole, 4, .95, "aceitar_todos|aceitar_tudo|aceitar_cookies|aceitar_todos_os_cookies|rejeitar_todos|rejeitar_tudo|aceitar_e_fechar|gerenciar_cookies"},
		{whole, 3, .95, "alles_accepteren|alle_cookies_accepteren|alles_weigeren|cookies_accepteren|godkänn_alla|acceptera_alla|godta_alle|accepter_alle"},
		{starts, 40, .93, "mit|durch der|die|ihrer|deiner weiteren|weitere? nutzung .. erklären|erklärst|stimmen|akzeptieren"},
		{starts, 40, .93, "en poursuivant|continuant .. navigation|site .. acceptez|cookies|vous"},
		{starts, 40, .93, "si|al continúa|continúas|sigues|continuar|navegar|seguir .. navegando|usando|sitio|web .. acepta|aceptas|consideramos|cookies"},
		{starts, 40, .93, "continuando|proseguendo|chiudendo|scorrendo .. navigazione|navigare|banner|pagina|sito"},
		{starts, 40, .93, "ao continuar|navegar|utilizar|prosseguir .. site|navegação|navegando|portal"},
		{within, 60, .95, "använder|bruger|bruker .. cookies|kakor|informasjonskapsler"},

		// Russian
		{within, 60, .95, "использует|используем|использование|использования|использованием|применяем|собираем .. cookie|cookies|cookie-файлы|куки|файлов_cookie"},
		{starts, 30, .95, "наш|этот|данный|мы|сайт .. файлы|файлов|файлами|файлах cookie|cookies|куки"},
		{within, 30, .93, "обработку|использование|использованием|применение файлов cookie|cookies|куки"},
		{whole, 3, .95, "файлы cookie|cookies|куки"},
		{starts, 40, .95, "продолжая|используя|оставаясь .. сайт|сайтом|сайте|использовать"},
		{within, 8, .95, "политика|политикой|политике|политику конфиденциальности|обработки|cookie"},
		{whole, 3, .95, "пользовательское_соглашение|принять_все|принять|принимаю|отклонить|отклонить_все|согласен|правила_сайта"},

		// Polish
		{within, 60, .95, "używa|używamy|wykorzystuje|wykorzystujemy|stosuje|stosujemy|korzysta|korzystamy .. cookies|cookie|ciasteczka|ciasteczek"},
		{within, 30, .95, "pliki|plików|plikami|plikach cookies|cookie"},
		{within, 8, .95, "polityka|politykę|polityką|polityce prywatności|cookies"},
		{whole, 3, .95, "akceptuję|akceptuj|akceptuję_wszystkie|akceptuję_wszystko|akceptuj_wszystkie|zaakceptuj_wszystkie|zgadzam_się|przejdź_do_serwisu|odrzuć_wszystkie|regulamin_serwisu|ustawienia_prywatności"},

		// Turkish
		{within, 60, .95, "çerez|çerezler|çerezleri|çerezlerden|çerezlerin .. kullanıyoruz|kullanıyor|kullanmaktadır|kullanır|kullanmaktayız|kullanılmaktadır|kullanılır|kullanımını|kullanımı|faydalanıyoruz"},
		{whole, 4, .95, "gizlilik_politikası|çerez_politikası|kullanım_koşulları|kullanım_şartları|aydınlatma_metni|gizlilik_sözleşmesi"},
		{whole, 3, .95, "kabul_et|kabul_ediyorum|tümünü_kabul_et|hepsini_kabul_et|tümünü_reddet|çerez_ayarları"},

		// Arabic
		{within, 60, .95, "نستخدم|يستخدم|تستخدم|باستخدام|استخدام|استخدامنا|لاستخدام .. ملفات|لملفات|الكوكيز|كوكيز|الكوكي|cookies"},
		{within, 16, .93, "ملفات|لملفات تعريف ارتباط|الارتباط"},
		{whole, 4, .95, "سياسة_الخصوصية|سياسة_ملفات_تعريف_الارتباط|شروط_الاستخدام|الشروط_والأحكام|قبول_الكل|قبول_الجميع|رفض_الكل|أوافق"},

		// Chinese
		{within, 120, .95, "使用 .. cookie|cookies"},
		{whole, 12, .95, "隐私政策|隐私条款|隐私声明|隱私政策|隱私權政策|隱私權聲明|用户协议|使用条款|服务条款|服務條款|使用條款"},
		{whole, 12, .95, "全部接受|接受全部|接受所有cookie|接受所有cookies|全部拒绝|同意并继续|我同意|我知道了"},

		// Japanese
		{within, 160, .95, "cookie|cookies|クッキー を .. 使用|利用|使って"},
		{whole, 16, .95, "プライバシーポリシー|クッキーポリシー|利用規約|個人情報保護方針|個人情報の取り扱いについて|特定商取引法に基づく表記|サイトマップ"},
		{whole, 10, .95, "同意する|すべて同意する|すべて同意|すべて許可|すべて受け入れる|すべて拒否|拒否する|すべてのcookieを許可"},

		// Korean
		{within, 60, .95, "쿠키를|쿠키|쿠키의 .. 사용합니다|사용하고|사용하여|사용에|사용을|이용합니다"},
		// Czech, Slovak, Ukrainian, Romanian, Hungarian, Greek, Finnish
		{within, 40, .95, "používáme|používame|používá|používa|využíváme|využívame .. cookies|cookie"},
		{within, 40, .95, "використовуємо|використовує|використання .. cookie|cookies|файли"},
		{within, 40, .95, "folosim|folosește|utilizăm|utilizează .. cookie-uri|cookie-urile|cookies|cookie"},
		{within, 40, .95, "sütiket|cookie-kat|sütik használ|használunk|használata"},
		{within, 40, .95, "χρησιμοποιούμε|χρησιμοποιεί .. cookies|cookie"},
		{within, 40, .95, "käytämme|käyttää .. evästeitä"},
		{whole, 4, .95, "přijmout_vše|přijmout|souhlasím|odmítnout_vše|prijať_všetko|súhlasím|прийняти_всі|прийняти|погоджуюсь|acceptă_toate|accept_toate|sunt_de_acord|elfogadom|összes_elfogadása|αποδοχή_όλων|αποδοχή|hyväksy_kaikki|hyväksyn"},

		{whole, 3, .95, "개인정보처리방침|개인정보_처리방침|이용약관|쿠키_정책|모두_동의|모두_허용|모두_거부|청소년보호정책"},

		// What visitors declare, and what follows from going on: German, French, Spanish, Italian, Portuguese, Dutch
		{starts, 40, .93, "ich stimme|bin|willige|akzeptiere|habe|erkläre .. verarbeitung|nutzung|datenschutzerklärung|datenschutzbestimmungen|daten|einverstanden|agb|nutzungsbedingungen"},
		{starts, 30, .93, "mit|durch der|dem|die|das|deiner|ihrer .. nutzung|klick|anmeldung|besuch|absenden|bestätigung|surfen .. stimmen|stimmst|erklären|erklärst|akzeptieren|akzeptierst"},
		{starts, 40, .93, "j'accepte|j'autorise|je_consens|j'ai_lu|je_souhaite que|les|la|de|à|recevoir|et .. données|conditions|lettre|newsletter|politique|recevoir|traitement|cookies|offres"},
		{starts, 30, .93, "en cliquant|validant|soumettant|renseignant|vous_inscrivant|continuant|poursuivant .. acceptez|consentez|reconnaissez|autorisez"},
		{starts, 40, .93, "acepto|autorizo|consiento|he_leído la|los|las|el|que|y|recibir .. política|tratamiento|términos|condiciones|datos|aviso|comunicaciones|privacidad"},
		{starts, 30, .93, "si|al continúa|continúas|sigues|continuar|seguir|hacer|pulsar|enviar|registrarse|registrarte|suscribirte|navegar .. acepta|aceptas|aceptando|consientes|consiente|aceptarás"},
		{starts, 40, .93, "acconsento|accetto|autorizzo|ho_letto|dichiaro al|la|il|i|le|di|e|alla .. trattamento|dati|privacy|termini|condizioni|informativa|cookie|comunicazioni"},
		{starts, 30, .93, "continuando|proseguendo|cliccando|chiudendo|scorrendo|iscrivendoti|registrandoti .. accetti|accetta|acconsenti|ne_accetti|dichiari|acconsente"},
		{starts, 40, .93, "concordo|aceito|autorizo|li|declaro com|o|a|os|as|e|que|receber .. dados|termos|política|condições|uso|tratamento|comunicações|privacidade"},
		{starts, 30, .93, "ao continuar|clicar|navegar|enviar|prosseguir|assinar|cadastrar|utilizar|se_inscrever .. concorda|aceita|consente|declara|concordando"},
		{starts, 40, .93, "ik ga|accepteer|geef|heb|wil|stem .. akkoord|verwerking|voorwaarden|privacyverklaring|toestemming|nieuwsbrief"},
		{starts, 30, .93, "door|als verder|gebruik|te|je|deze|u|op .. akkoord|accepteer|accepteert|toestemming|stem|instemming"},

		// The same in Russian, Polish, Turkish, Arabic, Chinese, Japanese
		{starts, 40, .94, "нажимая|продолжая|отправляя|оформляя|оставляя|регистрируясь|подписываясь .. соглашаетесь|даете|даёте|принимаете|подтверждаете|согласие|выражаете"},
		{starts, 30, .93, "я|даю|соглашаюсь|согласен|согласна|принимаю .. обработку|обработкой|персональных|условия|условиями|политикой|рассылку|рассылки|получение"},
		{starts, 40, .94, "wyrażam|akceptuję|zapoznałem|zapoznałam|zgadzam|oświadczam|chcę .. zgodę|przetwarzanie|regulamin|danych|politykę|warunki|otrzymywać"},
		{starts, 40, .94, "korzystając|kontynuując|klikając|przeglądając|zapisując|wysyłając|pozostając .. zgadzasz|akceptujesz|wyrażasz|wyrażają|potwierdzasz"},
		{within, 24, .94, "kişisel .. verilerimin|verilerinizin|verilerin|verilerimi .. kabul|onay|onaylıyorum|izin|rıza"},
		{within, 30, .93, "tıklayarak|kullanarak|göndererek|ederek|kaydolarak|olarak .. kabul|onaylamış .. etmiş|edersiniz|ediyorsunuz|olursunuz|sayılırsınız"},
		{starts, 30, .94, "بالضغط|بالنقر|باستمرارك|بمتابعة|بالتسجيل|بالاستمرار|باستخدامك|بمتابعتك|باشتراكك .. توافق|فإنك|تقبل|فأنت|موافقتك"},
		{starts, 30, .94, "أوافق|أقبل|اوافق|قرأت على|سياسة|الشروط|شروط|وأوافق .."},
		{within, 60, .94, "点击|點擊|继续|繼續|注册|註冊|提交|登录|登入|使用|浏览 .. 即|表示|代表|视为|視為 .. 同意|接受"},
		{within, 50, .94, "同意|接受|阅读并同意|閱讀並同意 .. 隐私政策|隱私政策|隱私權|用户协议|服务条款|使用条款|服務條款|隐私协议|用户服务协议|隐私权"},
		{within, 100, .94, "同意 .. したもの|した_もの|いただいたもの|頂いたもの|する_もの .. みなし|みなされ|見なし|見なされ"},
		{within, 80, .94, "利用規約|プライバシーポリシー|個人情報の取り扱い|個人情報 .. 同意 .. する|の上|いただ|頂|した"},
	},
}
