package boilerplate

import (
	"slices"
	"strings"

	"github.com/copydesk/copydesk/internal/text"
)

// Contact lines say where to write to: "Write to Ana Brock at ana@courier.example." Wrong on a contact page, whose
// text such lines are.
const Contact text.Rule = "lines.contact"

var contactRule = rule{
	info: text.RuleInfo{ID: Contact, Default: true, Description: "a short line that says where to write to; wrong on a contact page"},
	phrases: []phrase{
		{within, 50, .93, "write|writes to .. MAIL"},
		{starts, 40, .96, "write|email|e-mail|contact|message|reach|ask|tweet .. MAIL"},
		{starts, 40, .93, "email|e-mail|contact|message NAME : MAIL"},
		{within, 50, .94, "reached at|by|via|on .. MAIL|HANDLE"},
		{within, 50, .9, "reached at"},
		{within, 50, .94, "please|can|or|may|also|you contact|email|e-mail .. MAIL"},
		{within, 50, .8, "contact|email|e-mail .. MAIL"},
		{within, 50, .94, "send .. email|e-mail|note|letters|tips|comments|questions|feedback .. to|at MAIL"},
		{starts, 30, .96, "send .. to MAIL|HANDLE"},
		{within, 50, .93, "pitch us at MAIL"},
		{within, 50, .93, "us at MAIL"},
		{within, 30, .93, "let us know .. MAIL"},
		{whole, 3, .85, "MAIL"},
		{whole, 8, .93, "email|e-mail|mail|contact|tips|questions|media|press|inquiries|enquiries .. MAIL"},
		{opens, 8, .92, "NAME MAIL"},
		{opens, 14, .94, "NAME .. at MAIL"},
		{within, 30, .7, "MAIL"},
		{starts, 30, .92, "got|have a|any tip|tips|question|questions|story|news|correction"},
		{starts, 24, .92, "do you have a|any|more tip|tips|information|story|question|questions"},
		{starts, 30, .8, "for more information .. contact|call|email|visit|go"},
		{starts, 30, .92, "for licensing|syndication|reprint opportunities|rights|information|inquiries"},
		{within, 40, .6, "available without charge"},
		{within, 40, .9, "submission guidelines"},
		{starts, 24, .93, "email|write|reach|contact .. author|editor|reporter|columnist|writer|correspondent at|:"},
		{starts, 20, .92, "questions|comments|corrections|suggestions|complaints|feedback or|and .. email|contact|write|call|send"},
		{within, 24, .85, "contact|reach us in|by|via|on|through"},
		{within, 24, .93, "contact us in|via the following"},
		{within, 24, .92, "include .. contact|phone|telephone number|details"},
		{starts, 20, .4, "are|have|did|were|ready|want|looking|interested|need|enjoy|enjoyed|love you|to|for|in|more|this|reading"},
		{starts, 30, .9, "to contact the|our|this reporter|reporters|author|editor|editors|writer"},
		{starts, 14, .8, "contact the|our|this reporter|author|editor|newsroom|writer|team"},
		{whole, 2, .85, "contact us"},
		{starts, 30, .9, "if you have|want|know|see|spot|notice|would .. tip|tips|idea|ideas|question|questions|information|comments|feedback|correction|corrections|error|errors|suggestion|suggestions .. email|contact|write|call|send|let|pitch|please|reach|get"},
		{starts, 30, .85, "if you have a|an|any .. tip|idea|question|questions|correction|feedback|suggestions"},
		{starts, 20, .92, "to report|submit|suggest|request a|an correction|error|typo|clarification|tip|problem"},
		{starts, 20, .93, "spotted|noticed|found|see|notice|spot a|an error|mistake|typo|inaccuracy"},
		{starts, 24, .92, "send|submit|email|e-mail|share your|us|me|story|any|all|news|in .. tips|ideas|suggestions|submissions|letters|questions|feedback|corrections|thoughts|comments|photos"},
		{starts, 20, .93, "get in touch with|by|at|via|here|through"},
		{starts, 20, .93, "email|call|message|text|phone|contact|reach us|me at|on|via|below|here"},
		{starts, 20, .92, "reach out to|at us|me|MAIL|our"},
		{starts, 30, .85, "do you have a|an|any story|idea|tip|question|experience|memory|photo|view .. to|for|about"},
		{starts, 16, .93, "send|submit|email|e-mail|leave a|your|us|any|news .. tip|tips to|here"},

		// German, French, Spanish, Italian, Portuguese, Dutch
		{starts, 20, .93, "schreiben|schreib|schicken|schick|kontaktieren|kontaktiere|mailen sie? uns|mir|an"},
		{starts, 20, .85, "haben|hast sie|du .. fragen|hinweise|anregungen|fehler|tipps|frage|hinweis"},
		{starts, 20, .93, "contactez-nous|écrivez-nous|envoyez-nous|contactez|écrivez nous|notre|la|à|vos|par?"},
		{starts, 20, .93, "contáctanos|contáctenos|escríbenos|escríbanos|contattaci|contattateci|scrivici|scriveteci|contacte-nos|escreva-nos .."},
		{starts, 16, .93, "fale|entre conosco|em_contato_conosco|em_contacto_connosco"},
		{starts, 16, .93, "neem contact op"},
		{starts, 16, .93, "mail|stuur ons|naar|je .. MAIL|tips|redactie"},

		// Readers who find mistakes: Russian, Polish, Turkish, Arabic, Spanish, French, Italian, Portuguese, Chinese, Japanese
		{starts, 20, .94, "нашли|заметили|увидели|обнаружили .. опечатку|ошибку|неточность .."},
		{within, 20, .93, "выделите|выделить .. ctrl|enter|нажмите"},
		{starts, 24, .93, "по|для .. вопросам|вопросов|связи|предложений .. MAIL"},
		{starts, 16, .94, "znalazłeś|zauważyłeś|widzisz|masz .. błąd|literówkę|temat|informację|sprawę .."},
		{starts, 16, .93, "napisz|piszcie|skontaktuj do_nas|na|się .."},
		{within, 20, .93, "öneri|önerileriniz|görüş|görüşleriniz|sorularınız|ihbar .. için .. MAIL"},
		{starts, 16, .93, "للتواصل|لمراسلتنا|راسلنا|راسلونا|تواصل|تواصلوا معنا|على|عبر|مع .."},
		{starts, 20, .93, "has|ha|encontraste|encontró|ves|detectaste .. error|errores|errata .."},
		{starts, 20, .93, "une|vous_avez|signaler .. erreur|coquille|faute .. écrivez|écrivez-nous|contactez|signalez|signaler|article"},
		{starts, 20, .93, "hai|avete|segnala .. errore|refuso|errori .. scrivici|segnalalo|scrivi|contattaci"},
		{starts, 20, .93, "encontrou|viu|achou .. erro|erros .. escreva|avise|fale|envie|entre"},
		{starts, 16, .93, "fout|fouten|tip|tips|vragen gezien|gevonden|voor .. mail|meld|laat|stuur"},
		{starts, 40, .93, "投稿|联系我们|聯絡我們|商务合作|广告合作|新闻线索|报料|爆料 .. MAIL"},
		{starts, 40, .93, "お問い合わせ|ご意見|ご感想|情報提供|お問合せ .. こちら|MAIL"},
	},
}

// headerFields are what the lines of a message or of a commit begin with, in lower case, beside those that end in "-by".
var headerFields = [...]string{"from", "to", "cc", "bcc", "reply-to", "sender", "author", "committer", "maintainer", "packager", "message-id", "in-reply-to", "list-post"}

// maxField is the length in bytes of the longest name of a field.
const maxField = 24

// isHeaderField reports whether line is a field of a message, a commit or a package, which is part of that: "Signed-off-by: …".
func isHeaderField(line string) bool {
	name, _, ok := strings.Cut(line[:min(len(line), maxField)], ": ")
	if !ok || strings.IndexByte(name, ' ') >= 0 {
		return false
	}
	name = strings.ToLower(name)
	return strings.HasSuffix(name, "-by") || slices.Contains(headerFields[:], name)
}
