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
		{opens, 10, .96, "leave|post|write|add|submit|make a|your|an comment|reply|response|review"},
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
	},
}
