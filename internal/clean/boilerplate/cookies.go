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
		{within, 60, .96, "by continuing|using|browsing|clicking|accessing .. site|website|page|accept|agree"},
		{within, 60, .9, "continue to? use|using|browse|browsing this|our|the|without site|website"},
		{within, 40, .85, "you consent|agree to"},
		{within, 50, .9, "withdraw your consent"},
		{within, 40, .9, "you're|you_are not a robot"},
		{within, 20, .9, "do not sell .. information"},
		{within, 30, .97, "please|must|need enable javascript|cookies"},
		{within, 30, .95, "enable|requires javascript .. browser|complete|view|site|page|continue"},
		{within, 40, .95, "browser does|is not|currently? support|supported"},
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
	},
}
