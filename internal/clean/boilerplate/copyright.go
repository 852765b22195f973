package boilerplate

import "github.com/copydesk/copydesk/internal/text"

// Copyright lines claim rights: "© 2019 Courier. All rights reserved." Wrong in a text about copyright that quotes
// such lines one by one.
const Copyright text.Rule = "lines.copyright"

var copyrightRule = rule{
	info: text.RuleInfo{ID: Copyright, Default: true, Description: "a line that claims rights; wrong in a text that lists such lines"},
	phrases: []phrase{
		{opens, 50, .97, "copyright ©|N"},
		{opens, 50, .97, "© copyright?"},
		{opens, 10, .9, "c N NAME"},
		{opens, 8, .95, "copyright NAME N"},
		{opens, 8, .95, "NAME N ©"},
		{starts, 12, .96, "all rights reserved"},
		{within, 14, .9, "all rights reserved"},
		{starts, 30, .93, "this material|content|article|story may not be"},
		{within, 40, .9, "may not be published|reproduced|republished|copied|redistributed|rewritten"},
		{within, 40, .9, "reproduced|republished|redistributed without"},
		{within, 40, .8, "without .. written|prior|express permission|consent"},
		{within, 14, .9, "reprint permission|permissions|rights"},
		{within, 30, .93, "terms of use and permissions"},
		{within, 16, .8, "© N"},
		{within, 16, .8, "copyright © N?"},
		{within, 16, .8, "copyright N"},
		{opens, 10, .9, "distributed by|via NAME"},
		{opens, 16, .9, "reprinted|republished|used with|by permission"},
		{opens, 40, .9, "reprinted|republished from NAME .. with permission"},
		{starts, 20, .8, "company registration number|no N"},
		{within, 20, .8, "company registration number"},
		{within, 24, .8, "registered in england"},

		// German, French, Spanish, Italian, Portuguese, Dutch
		{within, 16, .95, "alle rechte vorbehalten"},
		{within, 16, .95, "tous droits réservés"},
		{within, 16, .95, "todos los derechos reservados"},
		{within, 16, .95, "todos os direitos reservados"},
		{within, 16, .95, "tutti i diritti riservati|sono"},
		{within, 16, .95, "riproduzione riservata"},
		{within, 16, .95, "alle rechten voorbehouden"},
	},
}
