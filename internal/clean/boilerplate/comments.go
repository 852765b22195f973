package boilerplate

import "github.com/copydesk/copydesk/internal/text"

// Comments lines count comments and ask for them. Wrong where "Comments" is a heading of the text itself.
const Comments text.Rule = "lines.comments"

var commentsRule = rule{
	info: text.RuleInfo{ID: Comments, Default: true, Description: "counters of comments and prompts to log in to comment; wrong where such a word is a heading"},
	phrases: []phrase{
		{whole, 2, .93, "comments|comment"},
		{whole, 3, .96, "N COUNTED"},
		{whole, 3, .96, "COUNTED N"},
		{whole, 6, .95, "N COUNTED N COUNTED"},
		{opens, 9, .96, "leave|post|write|add|submit|make a|your|an comment|reply|response|review"},
		{opens, 8, .97, "view|show|see|read|hide|load|join|add all|more|the|N comments|discussion"},
		{opens, 8, .97, "view|show|see|read|hide|load|read comments|replies"},
		{within, 10, .95, "log_in|login|sign_in|logged_in|register .. comment|reply"},
		{within, 16, .95, "post|leave|write a|your comment|comments|reply"},
		{within, 12, .96, "comments|commenting are|is|have|has been? closed|disabled|off|moderated|unavailable"},
		{opens, 10, .94, "join|continue|start the conversation|discussion|debate"},
		{starts, 10, .96, "be the first to comment|review|reply|share"},
		{within, 10, .95, "no comments yet"},
		{whole, 3, .94, "cancel reply"},
		{within, 20, .97, "email address will not be published"},
		{within, 16, .96, "required fields are marked"},
		{starts, 16, .9, "what do you think .. comments|below"},
		{within, 30, .8, "comments|comment_section below"},
		{opens, 12, .95, "recent|latest|top|popular comments"},
		{within, 30, .92, "powered by disqus|facebook|wordpress|livefyre|screendoor|coral"},
		{opens, 8, .93, "have your say"},
		{within, 16, .95, "save my name email"},

		// German, French, Spanish, Italian, Portuguese, Dutch
		{whole, 3, .94, "kommentare|kommentar|commentaires|commentaire|comentarios|commenti|comentários|reacties"},
		{whole, 3, .95, "N kommentare|kommentar|commentaires|commentaire|comentarios|commenti|comentários|reacties|reactie"},
		{opens, 8, .95, "schreibe|schreiben|hinterlasse|hinterlassen|laisser|ajouter|deja|dejar|lascia|deixe|deixar|laat|plaats sie? einen|un|uma|um|een .. kommentar|antwort|commentaire|réponse|comentario|respuesta|commento|risposta|comentário|resposta|reactie|antwoord"},
		{opens, 8, .95, "antworten abbrechen"},
		{opens, 8, .95, "kommentar verfassen|schreiben|hinterlassen|abgeben"},
		{opens, 8, .95, "hinterlasse|schreibe|schreib|verfasse .. kommentar"},
		{within, 10, .95, "erforderliche felder sind"},
		{within, 12, .95, "champs obligatoires sont indiqués"},
		{within, 12, .95, "campos obligatorios están marcados"},
		{within, 20, .96, "e-mail-adresse wird nicht veröffentlicht"},

		// French, Spanish, Italian, Portuguese, Scandinavian
		{opens, 8, .94, "soyez le premier|la_première à commenter|réagir"},
		{whole, 2, .94, "réagir|commenter|comentar|commenta|kommentera|kommenter|comente|reageren|réactions"},
		{opens, 6, .94, "sé|sea|se|seja el|il|o primero|primo|primeiro en|a comentar|commentare"},
		{whole, 3, .95, "N kommentarer|reaktioner|commentaires"},
		{whole, 2, .94, "kommentarer|skriv_en_kommentar|lämna_en_kommentar"},

		// Russian, Polish, Turkish
		{whole, 2, .94, "комментарии|комментарий|комментировать|обсуждение|обсудить"},
		{whole, 3, .95, "N комментариев|комментария|комментарий|просмотров|просмотра|ответов"},
		{opens, 8, .95, "оставить|оставьте|написать|напишите|добавить|добавьте|отправить комментарий|отзыв|комментарии|свой_комментарий"},
		{whole, 2, .94, "komentarze|komentarz|skomentuj|dodaj_komentarz|zostaw_komentarz|pokaż_komentarze"},
		{whole, 3, .95, "N komentarzy|komentarze|komentarz"},
		{opens, 8, .95, "dodaj|zostaw|napisz komentarz|odpowiedź|swój_komentarz"},
		{whole, 3, .94, "yorumlar|yorum_yap|yorum_yaz|yorum_gönder|yorumunuzu_yazın|yorum_ekle|ilk_yorumu_siz_yapın"},
		{whole, 3, .95, "N yorum|yorumlar|görüntüleme"},

		// Arabic, Chinese, Japanese, Korean
		{whole, 3, .94, "تعليقات|التعليقات|أضف_تعليق|أضف_تعليقا|أضف_تعليقًا|أضف_تعليقك|اترك_تعليقا|اترك_تعليقاً|اترك_تعليقًا|اترك_ردا|أضف_تعليقاً"},
		{whole, 3, .95, "N تعليق|تعليقات|تعليقا|مشاهدة"},
		{whole, 10, .94, "评论|評論|留言|发表评论|發表評論|写评论|我要评论|网友评论|最新评论|全部评论|查看评论|参与评论|热门评论|发表回复|發佈留言"},
		{whole, 12, .95, "N 条评论|則留言|条留言|人评论|次阅读|人点赞|個留言|条回复"},
		{whole, 12, .94, "コメント|コメントする|コメントを書く|コメントを残す|コメント一覧|コメントを見る|コメントを投稿|コメントを投稿する|返信する"},
		{whole, 12, .95, "N 件のコメント|件の返信"},
		{whole, 2, .94, "댓글|댓글쓰기|댓글_쓰기|댓글_보기|댓글보기|의견쓰기|댓글_달기"},
		{whole, 3, .95, "댓글 N 개?"},

		// Log in to comment, be the first, closed: German, French, Spanish, Italian, Portuguese, Dutch
		{starts, 12, .94, "schreiben|schreibe|verfassen|hinterlassen sie? den ersten kommentar"},
		{starts, 10, .94, "seien|sei sie? der|die erste .. kommentiert|kommentar"},
		{starts, 20, .94, "um|bitte|melden|loggen .. kommentieren|kommentar|kommentare .. anmelden|einloggen|registrieren|an|ein"},
		{starts, 20, .94, "bitte|melden|melde|loggen|logge .. an|ein|anmelden|einloggen .. kommentieren|kommentar|kommentare"},
		{starts, 16, .94, "connectez-vous|identifiez-vous|inscrivez-vous|vous_devez .. commenter|commentaire|réagir|avis"},
		{starts, 16, .94, "inicia|inicie|regístrate|regístrese|identifícate|accede|debes|debe|necesitas .. comentar|comentario|comentarios"},
		{starts, 16, .94, "accedi|effettua|devi|registrati|entra .. commento|commentare|commenti"},
		{starts, 12, .94, "sii|sia|per il|la primo|prima a commentare|lasciare|scrivere"},
		{starts, 16, .94, "faça|entre|inicie|você_precisa|é_necessário .. comentar|comentário|comentários"},
		{starts, 16, .94, "log|meld|je_moet .. reageren|reactie|reacties"},
		{starts, 10, .94, "wees|als de? eerste die|om te? reageert|reageren"},
		{within, 12, .94, "kommentare|kommentarfunktion sind|ist|wurde|wurden geschlossen|deaktiviert"},
		{within, 12, .94, "commentaires|comentarios|commenti|comentários|reacties .. fermés|cerrados|desactivados|chiusi|disabilitati|fechados|encerrados|gesloten"},

		// The same in Russian, Polish, Turkish, Arabic, Chinese, Japanese
		{within, 14, .94, "комментарии|комментирование|обсуждение .. закрыты|отключены|закрыто|отключено|недоступны"},
		{starts, 20, .94, "чтобы|для .. комментировать|комментарий|комментария|комментарии|обсуждении .. войдите|авторизуйтесь|зарегистрируйтесь|авторизоваться|необходимо|нужно|зарегистрироваться"},
		{starts, 20, .94, "войдите|авторизуйтесь|зарегистрируйтесь .. комментировать|комментарий|комментарии|обсуждении"},
		{starts, 14, .94, "будьте|станьте первым|первыми|первой .. комментарий|прокомментирует|комментатором|оставит"},
		{starts, 20, .94, "aby|żeby .. dodać|skomentować|komentować|napisać .. zaloguj|zalogować|zarejestruj|musisz|zarejestrować"},
		{starts, 20, .94, "zaloguj_się|zarejestruj_się .. skomentować|komentować|komentarz"},
		{starts, 10, .94, "bądź|zostań pierwszym|pierwszy|pierwszą|pierwsza .. skomentuj|komentarz|komentuje|skomentuje"},
		{starts, 6, .94, "pokaż|zobacz|rozwiń|ukryj|wczytaj .. komentarze|komentarzy"},
		{within, 10, .94, "komentarze|możliwość .. zamknięte|wyłączone|zablokowane"},
		{starts, 14, .94, "yorum|yorumunuzu .. yazmak|yapmak|eklemek|yapabilmek|yazabilmek|için .. giriş|üye|oturum|kayıt"},
		{starts, 8, .94, "ilk yorumu|yorum .. yapın|siz|yazın|yapan|yap|yaz"},
		{starts, 6, .94, "tüm yorumları|yorumlar gör|göster|oku"},
		{within, 8, .94, "yorumlara|yorumlar kapalı|kapatılmıştır|kapalıdır|kapatıldı"},
		{starts, 14, .94, "يجب|الرجاء|يرجى|عليك|سجل|قم .. الدخول|حساب .. تعليق|للتعليق|لتعليق|تعليقا|تعليقك|التعليق|لإضافة"},
		{starts, 8, .94, "كن|كوني|كونوا أول|اول .. يعلق|علق|تعليق|تعليقا|المعلقين"},
		{starts, 8, .94, "اكتب|ضع|شاركنا|شارك|اترك|أترك|دون تعليقك|تعليقا|رأيك|برأيك|بتعليقك|ردا"},
		{within, 8, .94, "التعليقات|التعليق مغلقة|مغلق|معطلة"},
		{within, 24, .94, "登录|登入|注册|註冊 .. 发表|發表|参与 .. 评论|評論|回复|留言|讨论|跟帖"},
		{within, 24, .94, "评论|評論|留言 .. 已关闭|已關閉|功能关闭"},
		{within, 24, .94, "抢沙发|抢先评论|快来评论|还没有评论|暂无评论|尚無留言|成为第一个 .. "},
		{within, 40, .94, "コメント .. ログイン|会員登録|登録 .. 必要|ください|お願い"},
		{within, 40, .94, "最初|はじめ|初めて の コメント"},
		{within, 30, .94, "コメント .. 受け付けて|閉じ|締め切|書き込め"},
	},
}
