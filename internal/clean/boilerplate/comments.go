package boilerplate

// commentPhrases count comments and ask for them.
var commentPhrases = []phrase{
	{Comments, whole, 2, .93, "comments|comment"},
	{Comments, whole, 3, .96, "N COUNTED"},
	{Comments, whole, 3, .96, "COUNTED N"},
	{Comments, whole, 6, .95, "N COUNTED N COUNTED"},
	{Comments, opens, 10, .96, "leave|post|write|add|submit|make a|your|an comment|reply|response|review"},
	{Comments, opens, 8, .97, "view|show|see|read|hide|load|join|add all|more|the|N comments|discussion"},
	{Comments, opens, 8, .97, "view|show|see|read|hide|load|read comments|replies"},
	{Comments, within, 10, .95, "log_in|login|sign_in|logged_in|register .. comment|reply"},
	{Comments, within, 16, .95, "post|leave|write a|your comment|comments|reply"},
	{Comments, within, 12, .96, "comments|commenting are|is|have|has been? closed|disabled|off|moderated|unavailable"},
	{Comments, opens, 10, .94, "join|continue|start the conversation|discussion|debate"},
	{Comments, starts, 10, .96, "be the first to comment|review|reply|share"},
	{Comments, within, 10, .95, "no comments yet"},
	{Comments, whole, 3, .94, "cancel reply"},
	{Comments, within, 20, .97, "email address will not be published"},
	{Comments, within, 16, .96, "required fields are marked"},
	{Comments, starts, 16, .9, "what do you think .. comments|below"},
	{Comments, within, 30, .8, "comments|comment_section below"},
	{Comments, opens, 12, .95, "recent|latest|top|popular comments"},
	{Comments, within, 30, .92, "powered by disqus|facebook|wordpress|livefyre|screendoor|coral"},
	{Comments, opens, 8, .93, "have your say"},
	{Comments, within, 16, .95, "save my name email"},
}
