package boilerplate

import "github.com/copydesk/copydesk/internal/text"

// Share lines are the buttons that pass a text on or follow its makers. Wrong where the text itself asks in one
// short line to share something.
const Share text.Rule = "lines.share"

var shareRule = rule{
	info: text.RuleInfo{ID: Share, Default: true, Description: "buttons that share or follow; wrong where a short line calls for sharing"},
	phrases: []phrase{
		{whole, 2, .95, "share this?"},
		{whole, 1, .95, "tweet|retweet"},
		{whole, 1, .8, "print"},
		{whole, 4, .95, "print this STORY|page"},
		{whole, 1, .8, "email|e-mail|instagram"},
		{whole, 1, .9, "facebook|twitter|linkedin|whatsapp|pinterest|reddit|tumblr"},
		{whole, 2, .97, "copy|copied link"},
		{whole, 4, .95, "save_for_later|read_later|add_to_favorites|add_to_favourites|add_to_my_list|save_article|save_story|bookmark_this|bookmark_article"},
		{whole, 4, .97, "link copied to? clipboard?"},
		{opens, 10, .97, "copy link .. facebook|twitter|linkedin|email"},
		{opens, 10, .97, "share this STORY|page|photo|video|on|via|link|with"},
		{opens, 8, .96, "share this :"},
		{opens, 8, .97, "share the|our STORY|page"},
		{opens, 8, .97, "share on|to|via NET|x|email|social"},
		{opens, 6, .9, "share with"},
		{opens, 10, .97, "share tweet|email|facebook|pin"},
		{whole, 2, .95, "share N"},
		{whole, 2, .95, "N share|shares"},
		{opens, 6, .95, "tweet this|share"},
		{opens, 10, .97, "click to share|email|print|tweet"},
		{opens, 8, .95, "pin it|this"},
		{within, 10, .95, "opens in a? new window|tab"},
		{opens, 6, .95, "like loading"},
		{whole, 3, .95, "like this :?"},
		{starts, 30, .97, "follow us|me on?"},
		{starts, 30, .96, "follow PERSON|our .. on|at|via|@ NET|social"},
		{starts, 30, .96, "follow NAME .. HANDLE"},
		{starts, 20, .96, "follow HANDLE"},
		{starts, 20, .94, "follow|follows PERSON|his|their|her .. page|feed|account|blog"},
		{starts, 12, .93, "follow|following NAME NET"},
		{starts, 24, .9, "follow along|live|more|all|our .. coverage|updates|http|https|on"},
		{starts, 24, .9, "follow the .. coverage|updates|http|https"},
		{starts, 14, .9, "follow NAME coverage|on"},
		{starts, 14, .93, "follow NAME .. at http|https|www|www.twitter.com|twitter.com"},
		{starts, 24, .93, "follow .. coverage|news .. http|https|at"},
		{opens, 30, .95, "read or share this"},
		{opens, 12, .94, "NET : http|https|www|HANDLE|twitter.com|facebook.com"},
		{starts, 40, .95, "like|find|join|visit|friend|catch|connect|add|tweet .. us|NAME .. on|with NET"},
		{starts, 24, .95, "like|find|join|visit|friend|connect|add us|NAME on|with NET"},
		{starts, 24, .95, "like our|NAME|the .. page|facebook"},
		{starts, 30, .92, "join our|the .. community|group|page"},
		{within, 50, .8, "join our facebook|discord|slack|telegram .."},
		{within, 20, .94, "follow PERSON on NET"},
		{within, 30, .9, "can|please|may also? follow|find|tweet|contact|reach|connect .. on NET"},
		{within, 40, .9, "on NET at? HANDLE"},
		{within, 40, .9, "our NET .. account|accounts|page|pages|channel|channels|feed|group"},
		{opens, 14, .93, "chat|connect|talk with us on|in"},
		{within, 40, .92, "follow|tweet|tweets at? HANDLE"},
		{starts, 30, .92, "he|she|they tweets|blogs at|on"},
		{starts, 40, .4, "NAME is|was|covers|writes .. reporter|editor|columnist|writer|author|fellow|correspondent|host|professor|contributor|journalist|director|analyst|producer|attorney|chief|newsroom|nonprofit|strategist|president|editor-at-large|co-founder|founder|co-host|anchor|publisher|commentator|critic|blogger|intern|photographer|lawyer"},
		{starts, 20, .35, "the author|writer is"},
		{starts, 60, .35, "he|she is|was|has|earned|also|holds|writes|covers|lives"},
		{starts, 60, .35, "his|her new|latest|first? book|books|work"},
		{whole, 3, .95, "follow us|me"},
		{opens, 6, .93, "connect with us"},
		{opens, 6, .93, "stay connected|informed"},
		{opens, 6, .9, "stay in touch"},

		// German, French, Spanish, Italian, Portuguese, Dutch
		{whole, 3, .94, "teilen|drucken|merken|partager|imprimer|compartir|imprimir|condividi|stampa|compartilhar|delen|tweeten|twittern|kommentieren|artikel_teilen|seite_drucken|mailen|versenden"},
		{opens, 10, .95, "teilen|partager|compartir|condividi|compartilhar|compartilhe|delen|artikel .. auf|sur|en|su|no|op|via|per|mit|teilen|partager facebook|twitter|whatsapp|e-mail|email|linkedin|pinterest|teilen|drucken"},
		{within, 10, .93, "vergiss nicht zu teilen"},
		{opens, 14, .95, "folgen|folge|suivez|suivre|síguenos|siga-nos|seguici|volg sie|uns|-nous|nous|ons|su|en|no|sur .."},
		{whole, 3, .95, "suivez-nous|síguenos|seguici|siga-nos|nous_suivre|folgen_sie_uns"},
		{starts, 20, .93, "rejoignez-nous|rejoignez|retrouvez-nous sur|notre|nos|la_communauté"},
		{starts, 20, .93, "únete|únase|unisciti|unitevi|junte-se|participa a|al|ai|alla|ao|à|do|da|de|en .. canal|grupo|comunidad|comunidade|canale|gruppo|community|newsletter|whatsapp|telegram|facebook"},
		{starts, 20, .93, "síguenos|síganos|seguici|siga-nos|suivez-nous .. NET"},

		// German, French, Spanish, Italian, Portuguese, Dutch, Scandinavian
		{whole, 5, .95, "diesen|diese|den|die|dieses artikel|beitrag|seite|meldung|text|video teilen|drucken|weiterempfehlen|empfehlen|versenden"},
		{whole, 4, .95, "auf|bei|per|via NET|x|e-mail|mail teilen"},
		{whole, 3, .95, "link_kopieren|copier_le_lien|copiar_enlace|copiar_link|copia_link|copia_il_link|link_kopiëren|kopiera_länk|kopier_link|kopier_lenke"},
		{opens, 8, .95, "partagez|partager|partage cet|cette|l'article|ce|par .. article|page|vidéo|facebook|twitter|mail|e-mail|réseaux|amis"},
		{opens, 8, .95, "comparte|compartir|compártelo|comparta|compártela esta|este|la|el|en|por|con .. noticia|artículo|NET|redes|amigos|nota|entrada"},
		{opens, 8, .95, "condividi|condividilo|condividete questo|su|l'articolo|la|questa|con .. articolo|NET|notizia|amici|post|pagina|social"},
		{opens, 8, .95, "compartilhe|compartilhar|partilhe|partilhar esta|este|no|na|nas|com|via|o|a .. notícia|artigo|matéria|NET|amigos|redes|página"},
		{opens, 8, .95, "deel dit|op|via|deze .. artikel|NET|pagina|bericht|vrienden"},
		{opens, 6, .95, "dela|del på|artikeln|artikkelen|artiklen|sidan|via|inlägget .."},
		{whole, 2, .94, "partagez|compartilhar|compartilhe|partilhar|partilhe|comparte|condividere|dela|del|tipsa|udskriv|skriv_ut|imprima|enviar_por_correo"},

		// Russian
		{whole, 3, .95, "поделиться|поделитесь|поделиться_ссылкой|скопировать_ссылку|копировать_ссылку|распечатать|версия_для_печати|твитнуть"},
		{opens, 8, .95, "поделиться|поделитесь|расскажите в|на|через|с|с_друзьями|ссылкой|вконтакте|telegram|телеграм|новостью|статьей|статьёй|записью|этой|друзьям|NET .."},
		{opens, 14, .94, "читайте|следите|присоединяйтесь|смотрите нас|за_нами|к_нам|к_нашему .. в|на|телеграм|telegram|дзен|вконтакте|каналу|NET"},
		{opens, 10, .94, "мы|наш|наша в|на|канал|группа|страница .. NET|вконтакте|дзен|телеграм|телеграме|соцсетях|одноклассниках|telegram"},

		// Polish
		{whole, 3, .95, "udostępnij|udostępnij_artykuł|podziel_się|drukuj|kopiuj_link|skopiuj_link|tweetnij|lubię_to|wyślij_znajomemu"},
		{opens, 8, .95, "udostępnij|podziel_się|polub|obserwuj|śledź na|w|nas|ten|tym|artykuł|artykułem|przez|z|to|NET .."},

		// Turkish
		{whole, 3, .95, "paylaş|paylaşın|tweetle|yazdır|bağlantıyı_kopyala|linki_kopyala|beğen|arkadaşına_gönder"},
		{within, 8, .95, "facebook'ta|twitter'da|whatsapp'ta|whatsapp'tan|x'te|bu_haberi|bu_yazıyı|bu_sayfayı|sosyal_medyada|haberi|arkadaşlarınla paylaş|paylaşın"},
		{within, 16, .94, "bizi .. takip edin|et"},

		// Arabic
		{whole, 3, .95, "شارك|شاركها|مشاركة|انسخ_الرابط|نسخ_الرابط|طباعة|غرد|تغريد|إرسال_بالبريد"},
		{opens, 10, .95, "شارك|شاركها|شاركه|شاركوا|مشاركة|انشر|أرسل هذا|هذه|المقال|الخبر|على|عبر|المقالة|مع|الموضوع|NET .."},
		{starts, 14, .94, "تابعنا|تابعونا|تابعوا|تابع على|عبر|صفحتنا|حسابنا|قناتنا|فيسبوك|تويتر|أخبارنا|آخر .."},

		// Chinese
		{whole, 10, .95, "分享|分享到|分享至|转发|轉發|打印|列印|复制链接|複製連結|点赞|分享本文|分享文章|分享给朋友|分享給朋友|微信扫一扫|分享到微信|分享到微博|打印本页|列印本頁|分享到朋友圈"},
		{opens, 24, .95, "分享到|分享至|分享给|分享給|转发到 .. 微信|微博|朋友圈|qq|line|NET|朋友|好友|群"},
		{starts, 40, .95, "关注我们|關注我們|追蹤我們|欢迎关注|歡迎關注"},
		{starts, 40, .94, "关注|關注 .. 公众号|公眾號|官方微信|微博"},
		{within, 40, .94, "扫描|扫一扫|掃描|长按|長按 .. 二维码|二維碼|条码"},

		// Japanese
		{whole, 16, .95, "シェア|シェアする|ツイート|ツイートする|共有|共有する|印刷|印刷する|リンクをコピー|urlをコピー|この記事をシェア|この記事をシェアする|記事をシェアする|フォローする|いいね|いいね！する|はてなブックマーク|ブックマークする|友達に教える"},
		{opens, 24, .95, "NET|line|x|フェイスブック|ツイッター|はてな でシェア|で共有|で送る|に投稿|でフォロー|で紹介|でシェアする"},

		// Korean
		{whole, 3, .95, "공유하기|기사공유하기|기사_공유|공유|링크복사|링크_복사|url복사|url_복사|인쇄하기|프린트|스크랩|카카오톡으로_공유|페이스북|트위터|카카오톡|카카오스토리"},
		{opens, 6, .95, "페이스북|트위터|카카오톡|페이스북에|페이스북으로|트위터에|카카오톡으로|기사|이_기사 공유|공유하기|보내기"},

		// Czech, Slovak, Ukrainian, Romanian, Hungarian, Greek, Finnish
		{opens, 6, .95, "sdílet|sdílejte|zdieľať|zdieľajte|поділитися|поділіться|distribuie|distribuiți|megosztás|megosztom|κοινοποίηση|κοινοποιήστε|jaa na|na_facebooku|článek|článok|в|у|на|pe|acest|a|στο|στα|artikkeli|facebookissa .."},
		{whole, 3, .95, "sdílet|zdieľať|vytisknout|tisknout|поділитися|роздрукувати|distribuie|tipărește|megosztás|nyomtatás|κοινοποίηση|εκτύπωση|jaa|tulosta|kopírovat_odkaz|скопіювати_посилання|copiază_linkul"},
		{opens, 10, .95, "sledujte|sledovat|následujte nás|nás_na .."},
		{opens, 10, .95, "стежте|слідкуйте|читайте за_нами|нас в|у|на .."},
		{opens, 10, .95, "urmăriți-ne|urmărește-ne|kövessen|kövess|ακολουθήστε|seuraa pe|minket|μας|meitä .."},
		{opens, 10, .95, "följ|følg oss|os|oss_på på|i .."},

		{within, 40, .94, "公式|当社|弊社|私たち|ツイッター|フェイスブック|インスタグラム|instagram|twitter|facebook|line|youtube .. フォロー|友だち追加|チャンネル登録"},
		{within, 16, .94, "haberi|yazıyı|sayfayı|makaleyi yazdır|yazdırın|e-postala|gönder"},
		{whole, 4, .95, "طباعة|إرسال|حفظ الخبر|المقال|الصفحة|المقالة"},
	},
}

// shareWords are the networks and the labels of buttons.
var shareWords = []classWord{
	{network, "twitter facebook instagram linkedin youtube pinterest whatsapp telegram tiktok tumblr reddit snapchat threads bluesky " +
		"mastodon flipboard google parler xing twitter.com facebook.com"},

	{button, "share tweet post email e-mail print facebook twitter linkedin pinterest whatsapp reddit flipboard pocket tumblr " +
		"instagram telegram copy link x pin save"},
}

const (
	maxBar = 12 // words that a row of buttons has at most

	barConfidence = .95
	barDetail     = "row of buttons"
)

// isBar reports whether words[first:end] are the labels of two or more buttons that share, and nothing else.
func (j *judge) isBar(first, end int) bool {
	if end-first < 2 || end-first > maxBar {
		return false
	}
	named := 0 // not "x", which crosses out and multiplies, too
	for _, w := range j.words[first:end] {
		if !lexicon.classes[w.id].has(button) {
			return false
		}
		if w.end-w.start > 1 {
			named++
		}
	}
	return named > 0
}
